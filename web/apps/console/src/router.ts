import { createRouter, createWebHistory } from 'vue-router'
import { loadWords, say } from './i18n'
import { moduleRoutes } from './modules'
import { useSession } from './session'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...moduleRoutes,
    {
      path: '/:rest(.*)*',
      component: () => import('./shell/NotFoundPage.vue'),
      meta: { title: { zh: '没有这个页面', en: 'No such page' } },
    },
  ],
  scrollBehavior: (_to, _from, kept) => kept ?? { top: 0 },
})

router.beforeEach(async (to) => {
  if (to.meta.isPublic) return true
  const session = useSession()
  await session.load()
  if (session.trouble) return false
  if (session.setupNeeded) return '/start'
  if (!session.me) return { path: '/login', query: to.path === '/' ? {} : { next: to.fullPath } }
  // An initial secret opens nothing but the choice of a password of one's own.
  if (session.me.mustChangePassword && to.path !== '/account') return '/account'
  return session.can(to.meta.permission) || '/forbidden'
})

router.beforeResolve(async (to) => {
  const modules = [to.meta.module, ...(to.meta.words ?? [])].filter((name) => name !== undefined)
  await Promise.all(modules.map(loadWords))
})

router.afterEach((to) => {
  const title = say(to.meta.title)
  document.title = title ? `${title} · 熟客` : '熟客'
})

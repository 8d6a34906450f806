import { createApp } from 'vue'
import { createPinia } from 'pinia'
import { configureApi } from '@shuke/api'
import { startTheme } from '@shuke/ui'
import '@shuke/ui/tokens.css'
import '@shuke/ui/base.css'
import '@shuke/ui/element.css'
import App from './App.vue'
import { i18n, language } from './i18n'
import { router } from './router'
import { useSession } from './session'
import { askApproval } from './shell/approval'

startTheme()

const app = createApp(App).use(createPinia()).use(i18n)
const session = useSession()

configureApi({
  language: () => language.value,
  approve: askApproval,
  signedOut: () => {
    if (!session.me) return
    session.forget()
    void router.push({ path: '/login', query: { next: router.currentRoute.value.fullPath } })
  },
})

app.use(router).mount('#app')

import { computed, ref, shallowRef } from 'vue'
import { defineStore } from 'pinia'
import { Refused, type Refusal } from '@shuke/kit'
import { api, read, useIntent, write, type Schema } from '@shuke/api'
import { adoptLanguage } from './i18n'

type Session = Schema<'ShowSessionReply'>

/** Who works here, what they may do, and at which store. The only place that calls the session routes. */
export const useSession = defineStore('session', () => {
  const me = shallowRef<Session | null>(null)
  const trouble = shallowRef<Refusal | null>(null)
  const setupNeeded = ref(false)
  const intent = useIntent()
  let asked: Promise<void> | null = null

  const store = computed(() => me.value?.store ?? null)

  /** `owner` is what only the owner may; all other codes are in the list the server sent. */
  function can(permission?: string): boolean {
    if (!me.value || permission === undefined) return me.value !== null
    return permission === 'owner' ? me.value.isOwner : me.value.permissions.includes(permission)
  }

  /** Asks the server once; afterwards the answer is known. */
  function load(): Promise<void> {
    asked ??= ask()
    return asked
  }

  async function ask(): Promise<void> {
    try {
      enter(await read(api.GET('/api/session')))
    } catch (error) {
      if (!(error instanceof Refused)) throw error
      if (error.refusal.status === 401) setupNeeded.value = (await read(api.GET('/api/setup'))).needed
      else trouble.value = error.refusal
    }
  }

  async function signIn(phone: string, password: string): Promise<void> {
    enter(await write(intent, (init) => api.POST('/api/session', { ...init, body: { phone, password } })))
  }

  async function signOut(): Promise<void> {
    await write(intent, (init) => api.DELETE('/api/session', init))
    forget()
  }

  async function setUp(body: Schema<'SetUpShopRequest'>): Promise<void> {
    await write(intent, (init) => api.POST('/api/setup', { ...init, body }))
    setupNeeded.value = false
    enter(await read(api.GET('/api/session')))
  }

  async function switchStore(storeId: string): Promise<void> {
    enter(await write(intent, (init) => api.POST('/api/session/store', { ...init, body: { storeId } })))
  }

  async function switchUser(staffId: string, pin: string): Promise<void> {
    enter(await write(intent, (init) => api.POST('/api/session/pin', { ...init, body: { staffId, pin } })))
  }

  async function changePassword(current: string, next: string): Promise<void> {
    enter(await write(intent, (init) => api.PUT('/api/session/password', { ...init, body: { current, next } })))
  }

  async function chooseLanguage(next: Session['language']): Promise<void> {
    enter(await write(intent, (init) => api.PUT('/api/session/language', { ...init, body: { language: next } })))
  }

  function enter(session: Session) {
    me.value = session
    adoptLanguage(session.language)
  }

  function forget() {
    me.value = null
  }

  return {
    me,
    trouble,
    setupNeeded,
    store,
    can,
    load,
    signIn,
    signOut,
    setUp,
    switchStore,
    switchUser,
    changePassword,
    chooseLanguage,
    forget,
  }
})

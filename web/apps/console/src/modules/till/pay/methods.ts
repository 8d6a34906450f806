import type { Method, PaymentWish } from '../contract'

/** Ways of paying that another device takes and the ticket only writes down, in the order shops use them. */
export const methods: Method[] = ['wechat', 'alipay', 'bank_card', 'other']

const place = 'shuke.till.method'

/** Most shops take most payments one way: the last choice of this till is offered first. */
export function lastMethod(): Method {
  const found = localStorage.getItem(place) as Method | null
  return found !== null && methods.includes(found) ? found : 'wechat'
}

export function rememberMethod(method: Method): void {
  localStorage.setItem(place, method)
}

export function recorded(method: Method, amount: number | null, reference = ''): PaymentWish {
  const kept = reference.trim()
  return { tender: 'recorded', amount, method, ...(kept ? { reference: kept } : {}) }
}

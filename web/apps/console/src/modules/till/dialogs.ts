import { defineAsyncComponent, type Component } from 'vue'
import type { DialogName } from './useDesk'

const loads = {
  line: () => import('./LineDialog.vue'),
  quick: () => import('./QuickSaleDialog.vue'),
  why: () => import('./WhyDrawer.vue'),
  gifts: () => import('./GiftsDialog.vue'),
  coupons: () => import('./CouponsDialog.vue'),
  orderDiscount: () => import('./OrderDiscountDialog.vue'),
  note: () => import('./NoteDialog.vue'),
  register: () => import('./member/RegisterDialog.vue'),
  topUp: () => import('./member/TopUpDialog.vue'),
  redeem: () => import('./member/RedeemDialog.vue'),
  hold: () => import('./HoldDialog.vue'),
  resume: () => import('./ResumeDialog.vue'),
  refund: () => import('./refund/RefundDialog.vue'),
  openShift: () => import('./shift/OpenShiftDialog.vue'),
  closeShift: () => import('./shift/CloseShiftDialog.vue'),
  moveCash: () => import('./shift/MoveCashDialog.vue'),
  goods: () => import('./GoodsDialog.vue'),
  more: () => import('./MoreDialog.vue'),
  payCash: () => import('./pay/PayCash.vue'),
  payStored: () => import('./pay/PayStored.vue'),
  payOther: () => import('./pay/PayOther.vue'),
  payMix: () => import('./pay/PayMix.vue'),
}

/** The dialogs of the till; none of them delays the first page. */
export const dialogs: Partial<Record<DialogName, Component>> = Object.fromEntries(
  Object.entries(loads).map(([name, load]) => [name, defineAsyncComponent(load as () => Promise<Component>)]),
)

/** Fetched when the page is at rest: a dialog must open when the line is down, too. */
export function fetchDialogs(): void {
  const idle = globalThis.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 1500))
  idle(() => {
    for (const load of Object.values(loads)) void load().catch(() => undefined)
  })
}

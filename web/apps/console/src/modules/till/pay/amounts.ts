import type { PaymentWish } from '../contract'

/** What is still to be paid after some payments with a fixed amount; never below zero. Adding whole fen only. */
export function remaining(due: number, payments: readonly { amount: number | null }[]): number {
  return Math.max(0, due - payments.reduce((sum, one) => sum + (one.amount ?? 0), 0))
}

/** The notes a customer is likely to hand over for an amount: exact, next 5, 10, 20, 50, 100, each once, smallest first. */
export function likelyCash(due: number): number[] {
  const steps = [500, 1000, 2000, 5000, 10000]
  const rounded = steps.map((step) => due + ((step - (due % step)) % step))
  return [...new Set([due, ...rounded])].sort((a, b) => a - b).slice(0, 5)
}

/** Change for what was handed over; null while it does not reach. */
export function changeFor(due: number, given: number | null): number | null {
  return given === null || given < due ? null : given - due
}

/** Stored value and the tender for the rest; the rest has no amount, the server computes it. */
export function storedAndRest(spendable: number, due: number, rest: PaymentWish): PaymentWish[] {
  if (spendable >= due) return [{ tender: 'stored_value', amount: null }]
  const wishes: PaymentWish[] = spendable > 0 ? [{ tender: 'stored_value', amount: spendable }] : []
  return [...wishes, rest]
}

/** The wishes of a combination: non-cash never above what is due, the last one may be cash with change. */
export function isSettled(due: number, payments: readonly PaymentWish[]): boolean {
  const sum = payments.reduce((total, one) => total + (one.amount ?? 0), 0)
  const cash = payments.filter((one) => one.tender === 'cash').reduce((total, one) => total + (one.amount ?? 0), 0)
  return sum >= due && sum - cash <= due
}

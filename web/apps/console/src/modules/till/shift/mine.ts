import * as calls from '../calls'
import { useDesk } from '../useDesk'

/** The open shift of this computer's till, for what is sold outside the till's screen; refused by the server without one. */
export async function openShift(): Promise<string> {
  const desk = useDesk()
  return desk.shift?.id ?? (await calls.openShift(desk.till)).shift?.id ?? '1'
}

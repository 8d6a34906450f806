import { shallowRef } from 'vue'
import type { Refusal } from '@shuke/kit'

export interface PendingApproval {
  refusal: Refusal
  hash: string
  answer: (approvalId: string | null) => void
}

/** The one approval that is being asked for; commands wait for a person one at a time. */
export const pendingApproval = shallowRef<PendingApproval | null>(null)

let queue: Promise<unknown> = Promise.resolve()

/** Asks a second person. Resolves with the approval's id, or null when nobody approves. */
export function askApproval(refusal: Refusal): Promise<string | null> {
  const asked = queue.then(() => ask(refusal))
  queue = asked
  return asked
}

function ask(refusal: Refusal): Promise<string | null> {
  return new Promise((resolve) => {
    pendingApproval.value = {
      refusal,
      hash: refusal.commandHash ?? '',
      answer(approvalId) {
        pendingApproval.value = null
        resolve(approvalId)
      },
    }
  })
}

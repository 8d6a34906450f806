import type { ObjectDirective } from 'vue'

/** Takes the focus when it appears: a dialog that has moved on to its next step is still used by keyboard. */
export const vFocus: ObjectDirective<HTMLElement, boolean | undefined> = {
  mounted: (element, { value }) => value !== false && element.focus(),
}

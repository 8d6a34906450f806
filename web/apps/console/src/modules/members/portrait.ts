import { defineAsyncComponent, type Component } from 'vue'

/**
 * A panel that another module shows on a member's page: put a `portrait.ts` into its folder with
 * `export default [{ key: 'assets', order: 10, permission: 'ledger_view', component: () => import('./AssetsPanel.vue') }]`.
 * The component gets `member-id` and brings its own card with its own title. Lower orders stand higher.
 */
export interface PortraitPanel {
  key: string
  order: number
  permission?: string
  /** The module whose words the panel needs; filled in from its folder. */
  module?: string
  component: () => Promise<{ default: Component }>
}

const files = import.meta.glob<{ default: PortraitPanel[] }>(['../*/portrait.ts', '!./portrait.ts'], { eager: true })

export const portraitPanels = Object.entries(files)
  .flatMap(([path, file]) => file.default.map((panel) => ({ ...panel, module: path.split('/')[1]! })))
  .sort((a, b) => a.order - b.order)
  .map((panel) => ({ ...panel, view: defineAsyncComponent(panel.component) }))

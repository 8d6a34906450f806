import { flushPromises, mount, RouterLinkStub } from '@vue/test-utils'
import { createI18n } from 'vue-i18n'
import { createMemoryHistory, createRouter } from 'vue-router'
import { defineComponent, h } from 'vue'
import { describe, expect, it, vi } from 'vitest'
import { Refused, type Page } from '@shuke/kit'
import { DataTable, MoneyInput, MoneyText, NumPad, PinPad, QuantityInput, useAction, useQueryFilters } from '.'
import ui from './locale'

const i18n = createI18n({ legacy: false, locale: 'zh', messages: { zh: { ui: ui.zh }, en: { ui: ui.en } } })
const global = { plugins: [i18n], stubs: { RouterLink: RouterLinkStub } }

describe('an amount', () => {
  it('has its minus before a small yen sign', () => {
    expect(mount(MoneyText, { props: { fen: -12840 } }).text()).toBe('-¥128.40')
    expect(mount(MoneyText, { props: { fen: -1 } }).classes()).toContain('tone-refund')
  })
})

describe('the money input', () => {
  it('emits whole fen for what is typed, and null with a sentence for garbage', async () => {
    const input = mount(MoneyInput, { props: { modelValue: null, max: 10_000 }, global })
    const field = input.find('input')
    await field.setValue('19.9')
    await field.setValue('abc')
    await field.setValue('100.01')
    expect(input.emitted('update:modelValue')).toEqual([[1990], [null], [null]])
    await field.trigger('blur')
    expect(input.find('[role=alert]').text()).toBe('不能大于 100.00。')
    expect(field.attributes('aria-invalid')).toBe('true')
  })

  it('shows a value that comes from outside', async () => {
    const input = mount(MoneyInput, { props: { modelValue: 5 }, global })
    expect(input.find('input').element.value).toBe('0.05')
    await input.setProps({ modelValue: 123450 })
    expect(input.find('input').element.value).toBe('1234.50')
  })
})

describe('the quantity input', () => {
  it('steps by whole units and refuses half a piece', async () => {
    const input = mount(QuantityInput, { props: { modelValue: 1000, whole: true, label: '数量' }, global })
    await input.find('button:last-of-type').trigger('click')
    await input.find('input').setValue('1.5')
    expect(input.emitted('update:modelValue')).toEqual([[2000], [null]])
  })
})

describe('the pads', () => {
  it('completes a PIN at its length and takes no more', async () => {
    const pad = mount(PinPad, { props: { modelValue: '123', length: 4, label: 'PIN' }, global })
    await pad.trigger('keydown', { key: '4' })
    expect(pad.emitted('complete')).toEqual([['1234']])
    await pad.setProps({ modelValue: '1234' })
    await pad.trigger('keydown', { key: '5' })
    expect(pad.emitted('update:modelValue')).toEqual([['1234']])
  })

  it('types no third decimal', async () => {
    const pad = mount(NumPad, { props: { modelValue: '1.25' }, global })
    await pad.findAll('button')[0]!.trigger('click')
    expect(pad.emitted('update:modelValue')).toBeUndefined()
  })
})

describe('an action', () => {
  it('ignores a second press while it runs, and keeps the reason of a refusal', async () => {
    const refusal = { code: 'balance_too_low', title: '余额不足', detail: '', status: 422 }
    const work = vi.fn(() => Promise.reject(new Refused(refusal)))
    const action = useAction(work)
    await Promise.all([action.run(), action.run()])
    expect(work).toHaveBeenCalledOnce()
    expect(action.state.value).toBe('refused')
    expect(action.refusal.value).toEqual(refusal)
  })
})

describe('a list', () => {
  const rows = Array.from({ length: 5 }, (_, i) => ({ id: String(i + 1) }))
  const load = (cursor: string | null): Promise<Page<{ id: string }>> => {
    const start = Number(cursor ?? 0)
    return Promise.resolve({
      items: rows.slice(start, start + 2),
      next: start + 2 < rows.length ? String(start + 2) : null,
      total: rows.length,
    })
  }
  const list = (props = {}) =>
    mount(DataTable<{ id: string }>, {
      props: {
        columns: [{ key: 'id', title: '编号', cell: (r) => r.id }],
        load,
        rowKey: (r) => r.id,
        label: '单',
        ...props,
      },
      global,
    })

  it('goes forth and back by cursor and tells the true count', async () => {
    const table = list()
    await flushPromises()
    const [previous, next] = table.findAll('.foot button')
    await next!.trigger('click')
    await flushPromises()
    expect(table.find('.foot').text()).toContain('第 3–4 条,共 5 条')
    await previous!.trigger('click')
    await flushPromises()
    expect(table.find('.foot').text()).toContain('第 1–2 条,共 5 条')
    expect(previous!.attributes('disabled')).toBeDefined()
  })

  it('starts again at the first page when the filters change', async () => {
    const seen: (string | null)[] = []
    const table = list({ query: { q: '' }, load: (c: string | null) => (seen.push(c), load(c)) })
    await flushPromises()
    await table.findAll('.foot button')[1]!.trigger('click')
    await flushPromises()
    await table.setProps({ query: { q: '王' } })
    await flushPromises()
    expect(seen).toEqual([null, '2', null])
  })

  it('opens a row with Enter and says when there is nothing', async () => {
    const table = list({ openable: true })
    await flushPromises()
    await table.find('tbody tr').trigger('keydown', { key: 'Enter' })
    expect(table.emitted('open')).toEqual([[{ id: '1' }]])
    const empty = list({ load: () => Promise.resolve({ items: [], next: null, total: 0 }) })
    await flushPromises()
    expect(empty.text()).toContain('没有符合条件的记录')
  })
})

describe('filters', () => {
  it('live in the address, leave other keys alone, and vanish at their default', async () => {
    const router = createRouter({
      history: createMemoryHistory(),
      routes: [{ path: '/', component: { render: () => null } }],
    })
    await router.push('/?open=7')
    let filters!: ReturnType<typeof useQueryFilters<{ tier: string }>>
    const probe = defineComponent(() => {
      filters = useQueryFilters({ tier: '' })
      return () => h('i')
    })
    mount(probe, { global: { plugins: [router] } })
    await filters.set({ tier: 'gold' })
    expect(router.currentRoute.value.fullPath).toBe('/?open=7&tier=gold')
    expect([filters.values.value, filters.active.value]).toEqual([{ tier: 'gold' }, ['tier']])
    await filters.clear()
    expect(router.currentRoute.value.fullPath).toBe('/?open=7')
  })
})

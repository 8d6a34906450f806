/** How something that is no ticket is paid: whole, in one way. */
export const payWays = ['cash', 'wechat', 'alipay', 'bank_card', 'stored_value'] as const

export const paymentOf = (way: (typeof payWays)[number]) =>
  way === 'cash' || way === 'stored_value'
    ? { tender: way, tendered: null, method: null, reference: null }
    : { tender: 'recorded' as const, tendered: null, method: way, reference: null }

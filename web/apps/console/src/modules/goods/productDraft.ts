import type { Product } from './goods'

/** A product while it is being entered; a null amount is not set. */
export interface ProductDraft {
  name: string
  price: number | null
  memberPrice: number | null
  lowestPrice: number | null
  cost: number | null
  code: string | null
  categoryId: string | null
  barcodes: string[]
  brand: string
  unit: string
  spec: string
  origin: string
  remark: string
  byWeight: boolean
  kind: Product['kind']
  discountable: boolean
  earnsPoints: boolean
  bonusPayable: boolean
  favourite: boolean
  shareBarcodes: boolean
}

export const blankProduct = (): ProductDraft => ({
  name: '',
  price: null,
  memberPrice: null,
  lowestPrice: null,
  cost: null,
  code: null,
  categoryId: null,
  barcodes: [],
  brand: '',
  unit: '',
  spec: '',
  origin: '',
  remark: '',
  byWeight: false,
  kind: 'goods',
  discountable: true,
  earnsPoints: true,
  bonusPayable: true,
  favourite: false,
  shareBarcodes: false,
})

export function formOf(product: Product): ProductDraft {
  const draft = blankProduct()
  for (const key of Object.keys(draft) as (keyof ProductDraft)[])
    if (key !== 'shareBarcodes') Object.assign(draft, { [key]: product[key] })
  return draft
}

// Three shops set up in a real browser, from the wizard of the first run to the last rule: the coffee shop with its tiers,
// punch card, lectures and redemption list, the hotpot shop with its birthday coupon, the fuel station with petrol and diesel
// points apart. Everything goes in through the console's forms; the API is only read. What the forms saved is compared with
// tests/Setups/*.json, on which the server tests let a year run.
//
//   node setups.mjs               CHROMIUM: the browser
//   KEEP=dir node setups.mjs      also keeps a picture of every form; LOOKS=all: in the dark and as on a phone, too
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { broke, check, finish, launch, openPage, root, serve } from './shop.mjs'

const only = process.env.ON?.split(' ') ?? ['coffee', 'hotpot', 'fuel']

const holds = (what, actual, expected) => check(what, differs(actual, expected, ''), null)

/** Where the first does not hold what the second asks for; what is not asked for may be anything. */
function differs(actual, expected, where) {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return `${where}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`
    for (const [i, one] of expected.entries()) {
      const wrong = differs(actual[i], one, `${where}[${i}]`)
      if (wrong !== null) return wrong
    }
    return null
  }
  if (expected !== null && typeof expected === 'object') {
    for (const [key, value] of Object.entries(expected)) {
      const wrong = differs(actual?.[key], value, `${where}.${key}`)
      if (wrong !== null) return wrong
    }
    return null
  }
  return actual === expected ? null : `${where}: ${JSON.stringify(actual)} is not ${JSON.stringify(expected)}`
}

/** What a person does at the console: every method is one form. */
class Owner {
  constructor({ page, picture, ask }, url) {
    this.page = page
    this.picture = picture
    this.url = url
    /** Reading only, to compare. */
    this.look = (path) => ask(path)
  }

  async go(path) {
    await this.page.goto(this.url + path, { waitUntil: 'networkidle' })
  }

  async saved(form, name) {
    await this.picture(name)
    await form.getByRole('button', { name: '保存', exact: true }).click()
    await form.waitFor({ state: 'detached' })
  }

  /** An open drawer or dialog. */
  get form() {
    return this.page.getByRole('dialog')
  }

  async opens(shopName) {
    const { page } = this
    await this.go('/')
    await page.getByLabel('您的姓名').fill('王小明')
    await page.getByLabel('手机号').fill('13800000001')
    await page.getByLabel('密码').fill('correct-horse-9')
    await page.getByRole('button', { name: '下一步' }).click()
    await page.getByLabel('店铺名称').fill(shopName)
    await page.getByText('从空白开始').click()
    await this.picture('wizard')
    await page.getByRole('button', { name: '开张' }).click()
    await page.waitForURL('**/opened')
  }

  async categories(...names) {
    await this.go('/goods/categories')
    for (const name of names) {
      await this.page.getByRole('button', { name: '新建分类' }).first().click()
      await this.form.getByLabel('名称').fill(name)
      await this.saved(this.form, 'category')
      await this.page.getByRole('link', { name, exact: true }).waitFor()
    }
  }

  /** A coupon that takes part of the price off, ready to be given out. */
  async percentCoupon({ name, zhe, days }) {
    await this.go('/coupons?open=new')
    await this.form.getByRole('button', { name: '折扣券', exact: true }).click()
    const form = this.form
    await form.getByLabel('名称', { exact: true }).fill(name)
    await form.getByLabel('打几折').fill(zhe)
    await form.getByLabel('几天', { exact: true }).fill(days)
    // Half of whatever it costs, every year again.
    await form.getByLabel('最多减').fill('')
    await form.getByLabel('每人最多').fill('')
    await this.picture('coupon')
    await form.getByRole('button', { name: '保存并开始发放' }).click()
    await this.page.getByRole('dialog', { name }).getByRole('button', { name: '发券', exact: true }).waitFor()
  }

  async earns(perYuan) {
    await this.go('/settings/points')
    await this.page.getByLabel('每消费 1 元得几积分').fill(perYuan)
    await this.page.getByRole('button', { name: '保存', exact: true }).click()
    await this.page.getByText('已保存').first().waitFor()
  }

  async pointsKind(name) {
    await this.go('/settings/points')
    await this.page.getByRole('button', { name: '新增一种积分' }).click()
    await this.form.getByLabel('名称').fill(name)
    await this.saved(this.form, 'points')
    await this.page.getByText(name, { exact: true }).waitFor()
  }

  async tier({ name, zhe, spent, benefit }) {
    await this.go('/tiers')
    await this.page.getByRole('button', { name: '新增等级' }).click()
    const form = this.form
    await form.getByLabel('名称').fill(name)
    await form.getByLabel('折扣(折)').fill(zhe)
    await form.getByLabel('达到多少').fill(spent)
    await form.getByRole('button', { name: '加一项权益' }).click()
    await form.getByLabel('写给会员看').fill(benefit.title)
    await form.getByLabel('怎么兑现').selectOption({ label: benefit.kind })
    if (benefit.of) await form.getByLabel('哪类商品免单').selectOption({ label: benefit.of })
    await form.getByLabel('多久一次').selectOption({ label: benefit.period })
    await form.getByLabel('次数(0 不限)').fill('1')
    if (benefit.day) await form.getByLabel('会员日(几号,0 不限)').fill(benefit.day)
    await this.saved(form, 'tier')
  }

  async punchCard({ name, reward, buys, every, months }) {
    await this.go('/marketing/topups')
    await this.page.getByRole('button', { name: '新增集点卡' }).click()
    const form = this.form
    await form.getByLabel('名称').fill(name)
    await form.getByLabel('送的券叫什么').fill(reward)
    await form.getByLabel('集满几个').fill(every)
    await form.getByLabel('怎么盖章').selectOption({ label: '每单 1 个' })
    await form.getByLabel('券的有效期(月)').fill(months)
    await form.getByRole('group', { name: '券可以兑换的分类' }).getByLabel(buys).check()
    await this.saved(form, 'punch')
  }

  async timesCard({ name, uses, pay, list, months }) {
    await this.go('/marketing/topups')
    await this.page.getByRole('button', { name: '新增次卡' }).click()
    const form = this.form
    await form.getByLabel('名称').fill(name)
    await form.getByLabel('几次', { exact: true }).fill(uses)
    await form.getByLabel('售价(元)').fill(pay)
    await form.getByLabel('单买总价(元)').fill(list)
    await form.getByLabel('几个月有效(0 长期)').fill(months)
    await this.saved(form, 'times')
  }

  /** A rule by its friendly form; `fill` does what is special about it. */
  async rule(kind, name, fill) {
    await this.go('/rewards')
    await this.page.getByRole('button', { name: '新增规则' }).first().click()
    await this.form.getByRole('button', { name: kind }).click()
    const form = this.form
    await form.getByLabel('名称', { exact: true }).fill(name)
    await fill(form)
    // What the rule will do stands above the form as one sentence.
    await form.locator('.live', { hasText: /./ }).waitFor()
    await this.saved(form, 'rule')
  }

  async redemption({ name, price, points, kind, what, yuan, stock, perMember }) {
    await this.go('/rewards/redemptions')
    await this.page.getByRole('button', { name: '新增兑换' }).first().click()
    const form = this.form
    await form.getByLabel('名称').fill(name)
    await form.getByLabel('需要多少积分').fill(price)
    if (points) await form.getByLabel('用哪种积分').selectOption({ label: points })
    if (kind) await form.getByLabel('换什么').selectOption({ label: kind })
    if (what) await form.getByLabel('哪一个').selectOption({ label: what })
    if (yuan) await form.getByLabel('金额(元)').fill(yuan)
    if (stock) await form.getByLabel('库存').fill(stock)
    if (perMember) await form.getByLabel('每人最多几份').fill(perMember)
    await this.saved(form, 'redemption')
  }
}

const shops = {
  async coffee(owner) {
    await owner.opens('街角咖啡')
    await owner.categories('咖啡', '小食')
    await owner.earns('1')
    await owner.tier({
      name: '银卡',
      zhe: '9',
      spent: '500',
      benefit: { title: '小食日', kind: '收银免单', of: '小食', period: '每月', day: '18' },
    })
    await owner.tier({
      name: '金卡',
      zhe: '8',
      spent: '1500',
      benefit: { title: '生日刻字杯', kind: '店员照做', period: '生日当月' },
    })
    await owner.punchCard({ name: '消费 10 次送券', reward: '中杯咖啡券', buys: '咖啡', every: '10', months: '12' })
    await owner.rule('推荐有礼', '推荐好友', async (form) => {
      await form.getByLabel('数量').first().fill('100')
      // Only the one who brought the friend gets something.
      await form.getByRole('button', { name: '删除' }).nth(1).click()
    })
    for (const [name, points] of [
      ['咖啡讲座', '50'],
      ['专题讲座', '100'],
    ])
      await owner.rule('自定义事件', name, async (form) => {
        await form.getByLabel('事件名称').fill(name)
        await form.getByLabel('数量').fill(points)
      })
    await owner.redemption({ name: '小饼干', price: '50' })
    await owner.redemption({ name: '中杯咖啡', price: '100', kind: '次卡/兑换券', what: '中杯咖啡券' })
    await owner.redemption({ name: '赠金 30 元', price: '500', kind: '赠金', yuan: '30' })
    await owner.redemption({ name: '保温杯', price: '1000', stock: '20', perMember: '1' })
  },

  async hotpot(owner) {
    await owner.opens('红油火锅')
    await owner.categories('锅底')
    await owner.percentCoupon({ name: '生日 5 折券', zhe: '5', days: '7' })
    await owner.earns('1')
    await owner.rule('生日礼', '生日 5 折', async (form) => {
      await form.getByLabel('送什么').selectOption({ label: '优惠券' })
      await form.getByLabel('哪一个').selectOption({ label: '生日 5 折券' })
    })
    await owner.redemption({ name: '靠垫', price: '1000' })
  },

  async fuel(owner) {
    await owner.opens('路边加油站')
    await owner.categories('汽油', '柴油')
    await owner.earns('0')
    for (const kind of ['汽油积分', '柴油积分']) await owner.pointsKind(kind)
    await owner.timesCard({ name: '洗车券', uses: '1', pay: '20', list: '30', months: '12' })
    await owner.rule('首单礼', '首次加油礼包', async (form) => {
      await form.getByLabel('送什么').selectOption({ label: '赠金' })
      await form.getByLabel('数量').fill('10')
      await form.getByRole('button', { name: '再加一项' }).click()
      await form.getByLabel('送什么').nth(1).selectOption({ label: '次卡/兑换券' })
      await form.getByLabel('哪一个').selectOption({ label: '洗车券' })
    })
    for (const [fuel, rate] of [
      ['汽油', '1'],
      ['柴油', '2'],
    ])
      await owner.rule('消费送礼', `${fuel}积分`, async (form) => {
        await form.getByLabel('限哪类商品').selectOption({ label: fuel })
        await form.getByLabel('单次至少多少元').fill('')
        await form.getByLabel('怎么算').selectOption({ label: '每元' })
        await form.getByLabel('比例').fill(rate)
        await form.getByLabel('哪种积分').selectOption({ label: `${fuel}积分` })
      })
    await owner.redemption({
      name: '免费洗车',
      price: '500',
      points: '汽油积分',
      kind: '次卡/兑换券',
      what: '洗车券',
    })
    await owner.redemption({ name: '机油一桶', price: '800', points: '柴油积分' })
  },
}

/** A guest of the coffee shop buys, and takes a biscuit for points at the till: a digit, Enter, handed over. */
async function redeemAtTill({ page, picture, url, look }) {
  await page.goto(url + '/till')
  await page.getByLabel('备用金').fill('200')
  await page.getByRole('dialog').getByRole('button', { name: '开班' }).click()
  const box = page.getByRole('combobox')
  const enter = async (text) => {
    await box.fill(text)
    await box.press('Enter')
  }
  await enter('13911110001')
  await page.getByRole('button', { name: '马上登记' }).click()
  await page.getByLabel('姓名(可不填)').fill('李雷')
  await page.getByRole('dialog').getByRole('button', { name: '登记', exact: false }).last().click()
  const panel = page.getByLabel('会员', { exact: true })
  await panel.getByText('李雷').waitFor()
  // An amount without goods is offered first, then taken.
  await enter('120.00')
  await page.getByRole('option', { name: '快速收款' }).waitFor()
  await box.press('Enter')
  await page.locator('.settle:not(:disabled)').waitFor()
  await page.keyboard.press('F5')
  await page.getByRole('button', { name: '收款完成' }).click()
  await page.getByRole('button', { name: '下一位' }).click()

  await enter('13911110001')
  await panel.getByText('李雷').waitFor()
  await picture('till-member')
  await page.keyboard.press('F1')
  const dialog = page.getByRole('dialog', { name: '积分兑换' })
  await dialog.getByRole('button', { name: /小饼干/ }).waitFor()
  check('500 points are too many for 120', await dialog.getByRole('button', { name: /赠金/ }).isDisabled(), true)
  await page.keyboard.press('1')
  await dialog.getByText('用 50 积分换“小饼干”,换后还剩 70。').waitFor()
  await picture('till-redeem')
  await page.keyboard.press('Enter')
  await dialog.getByText('已兑换 小饼干').waitFor()
  await dialog.getByText('请当面交给会员。').waitFor()
  await picture('till-redeemed')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'hidden' })
  await panel.getByText('70', { exact: true }).waitFor()
  const member = (await look('/members/find?q=13911110001')).items[0].id
  const past = async () => (await look(`/members/${member}/redeemed`)).map((one) => [one.name, one.points, one.undone])
  check('what was redeemed', await past(), [['小饼干', 50, false]])

  // Taken by mistake: the points come back.
  await page.getByRole('button', { name: '积分兑换' }).click()
  await dialog.getByRole('button', { name: '撤销' }).click()
  await dialog.getByRole('button', { name: '再按一次确认' }).click()
  await dialog.getByText('已撤销').waitFor()
  await picture('till-undone')
  await page.keyboard.press('Escape')
  await panel.getByText('120', { exact: true }).waitFor()
  check('which was undone', await past(), [['小饼干', 50, true]])
}

/** What the shop has now, with names in place of ids, in the shape of the file. */
async function shape(owner) {
  const [settings, tiers, punchCards, timesCards, list, redemptions, assets, categories, coupons] = await Promise.all(
    [
      '/settings/pricing',
      '/tiers',
      '/ledger/punch-cards',
      '/ledger/times-cards',
      '/rewards/rules',
      '/rewards/redemptions',
      '/ledger/assets',
      '/categories',
      '/coupons/templates',
    ].map((path) => owner.look(path)),
  )
  const rules = await Promise.all(list.map((rule) => owner.look('/rewards/rules/' + rule.id)))
  const names = new Map(
    [...assets.map((a) => [a.id, a.nameZh]), ...[...categories.items, ...coupons.items].map((c) => [c.id, c.name])].map(
      ([id, name]) => [id, '@' + name],
    ),
  )
  const named = (value) =>
    Array.isArray(value)
      ? value.map(named)
      : value && typeof value === 'object'
        ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, named(one)]))
        : (names.get(value) ?? value)
  return named({
    categories: categories.items.map((one) => one.name),
    coupons: coupons.items,
    pricing: settings.value,
    points: assets.filter((a) => a.kind === 'points' && !a.isShipped).map((a) => a.nameZh),
    tierCount: tiers.length,
    tiers: tiers.filter((tier) => !tier.isBase),
    punchCards,
    timesCards,
    rules: rules.sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1)).map((rule) => rule.body),
    redemptions: [...redemptions].sort((a, b) => a.price - b.price),
  })
}

async function play(browser, label) {
  const wanted = JSON.parse(readFileSync(join(root, 'tests/Setups', label + '.json'), 'utf8'))
  const folder = mkdtempSync(join(tmpdir(), 'shuke-setup-'))
  const server = await serve(['--data', folder])
  const opened = await openPage(browser, label)
  try {
    const owner = new Owner(opened, server.url)
    await shops[label](owner)
    const made = await shape(owner)
    for (const [part, value] of Object.entries(wanted))
      holds(`${label}: ${part} as the forms saved them`, made[part], value)
    holds(
      `${label}: every coupon is being given out`,
      made.coupons.map((coupon) => coupon.state),
      (wanted.coupons ?? []).map(() => 'active'),
    )
    holds(`${label}: the tier of everybody and those of the file`, made.tierCount, 1 + (wanted.tiers ?? []).length)
    if (label === 'coffee') await redeemAtTill(owner)
    holds(`${label}: no script broke`, opened.faults, [])
  } finally {
    await opened.close()
    await server.stop()
    rmSync(folder, { recursive: true })
  }
}

const browser = await launch()
for (const label of only)
  try {
    await play(browser, label)
  } catch (error) {
    broke(label, error)
  }
await browser.close()
finish()

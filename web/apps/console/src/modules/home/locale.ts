export default {
  zh: {
    hello: '{name},您好',
    text: '从这里开始今天的工作。',
    open: '打开',
    first: '还没有可以打开的页面',
    firstText: '请让店主在“设置”里给您分配角色。',
    forbidden: '您没有打开这个页面的权限',
    forbiddenText: '需要的话,请让店主在“设置 – 角色”里加上;或换一个有权限的人登录。',
  },
  en: {
    hello: 'Hello, {name}',
    text: 'Start today’s work here.',
    open: 'Open',
    first: 'There is no page you may open yet',
    firstText: 'Ask the owner to give you a role in Settings.',
    forbidden: 'You may not open this page',
    forbiddenText: 'Ask the owner to add it under Settings – Roles, or sign in as somebody who may.',
  },
}

import type { Bilingual } from '../../article/bilingual.ts';
import { networksFor } from '../../deflection/networks.ts';

/** What a value must look like. */
export type Shape = 'text' | 'hash' | 'time' | 'number' | 'duration';

export interface Variable {
  readonly label: Bilingual;
  readonly shape: Shape;
}

const variable = (en: string, zh: string, shape: Shape = 'text'): Variable => ({
  label: { en, 'zh-CN': zh },
  shape,
});

/** What agents fill into queries, by the name between `<` and `>`; the most used first. */
export const VARIABLES: Readonly<Record<string, Variable>> = {
  tx_hash: variable('Transaction hash', '交易哈希', 'hash'),
  user_id: variable('User id', '用户编号'),
  request_id: variable('Request id', '请求编号'),
  trace_id: variable('Trace id', '追踪编号'),
  order_id: variable('Order id', '订单编号'),
  network: variable('Network', '网络'),
  address: variable('Address', '地址'),
  service: variable('Service', '服务'),
  provider: variable('Provider', '服务商'),
  route: variable('Route', '接口路径'),
  error_code: variable('Error code', '错误码'),
  app_version: variable('App version', '应用版本'),
  since_utc: variable('Since (UTC)', '开始时间（UTC）', 'time'),
  problem: variable('Problem (ticket category)', '问题（工单分类）'),
  incident_id: variable('Incident', '事故编号'),
  card_token: variable('Card token', '卡片令牌编号'),
  check_id: variable('Identity check', '身份验证编号'),
  step: variable('Step of the check', '审核步骤'),
  screen: variable('Screen', '页面'),
  queue: variable('Queue', '队列'),
  symbol: variable('Token symbol', '代币符号'),
  currency: variable('Currency', '法币'),
  contract_address: variable('Contract address', '合约地址'),
  thief_address: variable("Thief's address", '盗币地址'),
  lookalike_domain: variable('Look-alike domain', '仿冒域名'),
  sender_name: variable('Sender name', '发件人名称'),
  asn: variable('Network number (ASN)', '网络号（ASN）', 'number'),
  version: variable('Release', '发布版本'),
  our_host_1: variable('Host of ours', '我方主机'),
  our_host_2: variable('Another host of ours', '我方另一台主机'),
  agent_id: variable('Agent', '客服编号'),
  token_id: variable('Key id', '密钥编号'),
  old_token_id: variable('Id of the old key', '旧密钥编号'),
  old_macro_id: variable('Old macro', '旧话术编号'),
  slug: variable('Article', '文章'),
  help_site: variable('Help site', '帮助站'),
  ticket_id_1: variable('Ticket', '工单'),
  ticket_id_2: variable('Another ticket', '另一张工单'),
  day_0: variable('Day 0', '第 0 天', 'time'),
  training_passed: variable('Training passed on', '培训通过日期', 'time'),
  duration: variable('Duration', '时长', 'duration'),
  utc: variable('Time (UTC)', '时间（UTC）', 'time'),
};

const SHAPES: Readonly<Record<Shape, (value: string) => boolean>> = {
  text: () => true,
  hash: (value) => networksFor(value).length > 0,
  time: (value) =>
    /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?Z?)?$/.test(value) && !Number.isNaN(Date.parse(value)),
  number: (value) => /^\d{1,9}$/.test(value),
  duration: (value) => /^\d{1,4}[smhdw]$/.test(value),
};

/** Whether a value can be what a variable stands for. Nothing that is longer was meant. */
export function hasShape(name: string, value: string): boolean {
  const known = VARIABLES[name];
  return known !== undefined && value.length <= 200 && SHAPES[known.shape](value);
}

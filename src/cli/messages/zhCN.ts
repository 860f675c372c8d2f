import type { Messages } from './messages';

export const zhCN: Messages = {
  usage: `不用浏览器的 ShareLab：训练的网络与网页完全相同，得到的数字也相同。

  npm run -s lab -- <命令> [选项]

命令
  run <预设>          训练一个预设，输出得分和迁移增益；<预设> 是编号或 JSON 文件
  list                列出内置预设
  validate <文件>     检查预设文件，列出其中所有问题
  schema              预设的 JSON Schema，供编辑器使用
  check [预设 ...]    训练预设，检验它们是否显示了所声称的现象；默认检验全部
  record <预设>       训练一个预设，写出网页播放的录像
  help                显示本说明

选项
  --seeds N           用 N 个随机种子代替预设的设置（run、check、record）
  --steps N           用 N 个训练步代替预设的设置（run、check、record）
  --backend simd|wasm|cpu
                      计算后端，默认 simd；没有 SIMD 的地方用 wasm
  --quick             检验时只用少量种子，有时步数也更少：能发现明显的错误
  --jobs N            同时检验的进程数，默认每个核一个
  --no-results        检验但不更新 src/presets/results/results.json（幻灯片引用的结果）
  --json              在标准输出上给出机器可读的结果
  --out 文件          record 写到哪里，默认 src/recordings/<预设>.json
  --quiet             不显示进度
  --lang en|zh-CN     语言，默认取自环境变量

退出码：0 完成；1 运行失败，或声称的现象没有出现；2 输入被拒绝。
`,
  unknownCommand: (name, known) => `没有命令“${name}”。可用的命令：${known}。`,
  unknownOption: (option, command, known) => `“${command}”没有选项 ${option}。可用的选项：${known}。`,
  repeatedOption: (option) => `${option} 给了两次。`,
  missingArgument: (command, what) => `“${command}”缺少 ${what}。用法见 lab help。`,
  tooManyArguments: (command, extra) => `“${command}”不接受多余的“${extra}”。用法见 lab help。`,
  missingValue: (option) => `${option} 需要一个值。`,
  unwantedValue: (option, value) => `${option} 不带值，却得到了“${value}”。`,
  badValue: (option, value, allowed) => `${option} 不能是“${value}”。允许：${allowed}。`,
  wholeNumber: '整数',
  noSuchPreset: (name, known) => `没有预设“${name}”，也没有这个文件。内置预设：${known}。`,
  noSuchFile: (path) => `没有文件“${path}”。`,
  unreadableFile: (path, reason) => `“${path}”无法读取：${reason}。`,
  unwritableFile: (path, reason) => `“${path}”无法写入：${reason}。`,
  refusedPreset: (name, problem, others) =>
    `${name}：${problem}${others === 0 ? '' : `（另有 ${others} 个问题，用 lab validate 查看全部）`}`,
  validPreset: (name, { networks, points, arms, seeds, steps }) =>
    `${name} 有效：${networks} 个网络（${points} 个点 × ${arms} 种共享方式 × ${seeds} 个种子），${steps} 步。`,
  invalidPreset: (name, count) => `${name} 被拒绝，原因有 ${count} 个：`,
  notBuiltIn: (name) => `“${name}”不是内置预设，只有内置预设才有录像。其他预设请用 --out 指定文件。`,
  nothingToCheck: '这些预设都没有可检验的声称。',

  progress: (step, steps, rate, left) => `第 ${step} / ${steps} 步 · 每秒 ${rate} 网络步 · 还需 ${left}`,
  preparing: (name) => `${name}：正在准备`,
  recovered: (step) => `计算引擎中断后已恢复，从第 ${step} 步继续`,
  failed: (name, failure) => `${name}：${failure}`,
  failure: {
    'no-backend': (detail) => `没有一个计算后端通过自检。${detail}`,
    crashed: (detail, step) => `计算引擎在第 ${step} 步停止。${detail}`,
    'bad-command': (detail) => `计算引擎拒绝了一条命令。${detail}`,
  },
  internalError: (detail) => `这是实验室自身的缺陷，与你的输入无关：\n${detail}`,

  summary: ({ networks, points, arms, seeds }, steps, backend, seconds) =>
    `${networks} 个网络：${points} 个点 × ${arms} 种共享方式 × ${seeds} 个种子，${steps} 步，${backend}，用时 ${seconds}`,
  columns: {
    arm: '共享方式',
    task: '任务',
    score: '测试得分',
    gain: '迁移增益',
    wins: '胜出',
    verdict: '结论',
    id: '预设',
    slide: '幻灯片',
    title: '标题',
    claim: '声称',
    measured: '测得',
    point: '点',
    shown: '检验',
    seconds: '用时',
  },
  point: (value) => `点 ${value}`,
  score: { accuracy: '准确率', relativeError: '相对误差', value: '函数值' },
  verdict: { helps: '↑ 有益', hurts: '↓ 有害', undecided: '· 未定' },
  baseline: '基线',
  bestSoft: (arm) => `按验证集选出的软共享：${arm}`,
  footnote: (seeds) =>
    seeds < 2
      ? '只有一个种子：能说明可能发生什么，不能说明通常发生什么，因此没有区间和结论。'
      : `均值 ± ${seeds} 个种子上 95 % t 区间的半宽，与单独训练逐种子配对。增益 > 0 表示共享更好。只有区间不含零时才下结论。`,
  noGains: '没有单独训练的网络可供比较，因此没有迁移增益。',

  recorded: (path, kilobytes, evaluations) => `${path}：${kilobytes} kB，${evaluations} 次评估`,
  shown: { shown: '已显示', 'not-shown': '未显示', undecided: '未定' },
  found: { holds: '成立', conditional: '有条件成立', fails: '不成立' },
  checkFailed: '运行失败',
  checkedOne: (preset, verdict, seconds) => `${preset}：${verdict}，${seconds}`,
  resultsRenewed: (path, presets) => `已更新 ${path} 中的 ${presets} 条结果`,
  checkSummary: (shown, total, presets) => `${presets} 个预设，${total} 条声称中有 ${shown} 条得到显示`,
  quantity: {
    gain: '增益',
    advantage: '领先',
    score: '得分',
    gap: '差距',
    value: '均值',
    excess: '低',
    affinity: '组内 − 组间亲和度',
    hits: '分组命中',
    barrier: '误差壁垒',
    stopping: '早停改进',
    regret: '遗憾',
    cost: '所用步数',
    forgetting: '遗忘',
  },
  everyPoint: '全部',
  claimedSign: { positive: '有益', negative: '有害', none: '既无益也无害' },
  unmeasured: '未测量',
};

/**
 * Every method as a formula, in TeX without words, so that one text serves all languages. Fetched with the typesetting,
 * never with a page. What the symbols mean stands beside each method's name (`where` in the catalogue `methods`).
 */
import type { BalancingName } from './balancingFacts';
import type { MethodId } from './methodId';
import type { FusionName, ScheduleName, TimelineName } from './practiceFacts';
import type { SchemeMethod } from './schemeFacts';

type Keyed<Group extends string, Name extends string> = Readonly<Record<`${Group}.${Name}`, string>>;

const SCHEMES: Keyed<'scheme', SchemeMethod> = {
  'scheme.alone': String.raw`\theta_t\leftarrow\theta_t-\eta\,\nabla L_t(\theta_t,\varphi_t)`,
  'scheme.hard': String.raw`\min_{\theta,\,\varphi}\;\sum_t w_t\,L_t(\theta,\varphi_t)`,
  'scheme.full': String.raw`\min_{\theta,\,\varphi}\;\sum_t w_t\,L_t(\theta,\varphi)`,
  'scheme.soft-pairwise': String.raw`\sum_t L_t(\theta_t,\varphi_t)+\lambda\sum_{s<t}\lVert\theta_s-\theta_t\rVert^2`,
  'scheme.soft-mean': String.raw`\sum_t L_t(\theta_t,\varphi_t)+\lambda\sum_t\lVert\theta_t-\bar\theta\rVert^2,\quad\bar\theta=\frac1T\sum_t\theta_t`,
  'scheme.soft-l1': String.raw`\sum_t L_t(\theta_t,\varphi_t)+\lambda\sum_{s<t}\lVert\theta_s-\theta_t\rVert_1`,
  'scheme.soft-trace': String.raw`\sum_t L_t(\theta_t,\varphi_t)+\lambda\sum_\ell\bigl\lVert[\theta_{1,\ell};\dots;\theta_{T,\ell}]\bigr\rVert_*`,
  'scheme.reptile': String.raw`\theta\leftarrow\theta+\varepsilon\,\frac1T\sum_t\bigl(U_t^k(\theta)-\theta\bigr)`,
  'scheme.fomaml': String.raw`\theta\leftarrow\theta-\varepsilon\,\frac1T\sum_t\nabla L_t\bigl(U_t^k(\theta)\bigr)`,
  'scheme.cross-stitch': String.raw`\tilde x_t=\sum_s\alpha_{ts}\,x_s`,
  'scheme.sluice': String.raw`\tilde x_{t,i}=\sum_{s,j}\alpha_{ti,sj}\,x_{s,j},\quad\hat y_t=h_t\Bigl(\sum_\ell\beta_{t\ell}\,\tilde x_t^{(\ell)}\Bigr)`,
  'scheme.shared-private': String.raw`\sum_t L_t\bigl([s(x);p_t(x)]\bigr)-\lambda\,L_D(s)+\gamma\sum_t\lVert S^\top P_t\rVert_F^2`,
  'scheme.omoe': String.raw`\hat y_t=h_t\Bigl(\sum_i g_i(x)\,f_i(x)\Bigr),\quad g(x)=\operatorname{softmax}(Wx)`,
  'scheme.mmoe': String.raw`\hat y_t=h_t\Bigl(\sum_i g_{t,i}(x)\,f_i(x)\Bigr),\quad g_t(x)=\operatorname{softmax}(W_tx)`,
  'scheme.ple': String.raw`\hat y_t=h_t\Bigl(\sum_{i\in S\cup E_t}g_{t,i}(x)\,f_i(x)\Bigr)`,
  'scheme.adapters': String.raw`W_t=W+B_tA_t,\quad\operatorname{rank}(B_tA_t)\le r`,
};

const BALANCING: Keyed<'balancing', BalancingName> = {
  'balancing.static': String.raw`d=\sum_t w_t\,g_t`,
  'balancing.uncertainty': String.raw`\min_{\theta,\,s}\;\sum_t\tfrac12\bigl(e^{-s_t}L_t+s_t\bigr),\quad s_t=\log\sigma_t^2`,
  'balancing.uncertainty-revised': String.raw`\min_{\theta,\,v}\;\sum_t\Bigl(\frac{L_t}{2v_t}+\log(1+v_t)\Bigr),\quad v_t=\sigma_t^2`,
  'balancing.dwa': String.raw`w=T\operatorname{softmax}(r/\tau),\quad r_t=\frac{L_t(k-1)}{L_t(k-2)}`,
  'balancing.gradnorm': String.raw`\min_w\;\sum_t\bigl|\,\lVert w_tg_t\rVert-\bar G\,r_t^{\,\alpha}\bigr|,\quad r_t\propto\frac{L_t}{L_t(0)}`,
  'balancing.random': String.raw`w=\operatorname{softmax}(z),\quad z\sim\mathcal N(0,I)`,
  'balancing.sampling': String.raw`p_t\propto n_t^{1/\tau}`,
  'balancing.log': String.raw`\min\;\sum_t\log L_t,\quad w_t=\frac1{L_t}`,
  'balancing.geometric': String.raw`\min\;\Bigl(\prod_t L_t\Bigr)^{1/T}`,
  'balancing.imtl-l': String.raw`\min_{\theta,\,s}\;\sum_t\bigl(e^{s_t}L_t-s_t\bigr)`,
  'balancing.famo': String.raw`w_t\propto\frac{z_t}{L_t},\quad z=\operatorname{softmax}(\xi),\quad\xi\leftarrow\xi-\beta\Bigl(\nabla_{\!\xi}\,z^\top\log\frac{L}{L^{+}}+\gamma\xi\Bigr)`,
  'balancing.gradient-normalisation': String.raw`d=\sum_t\frac{g_t}{\lVert g_t\rVert}`,
  'balancing.pcgrad': String.raw`g_i\leftarrow g_i-\frac{\min(0,\;g_i\cdot g_j)}{\lVert g_j\rVert^2}\,g_j`,
  'balancing.gradvac': String.raw`g_i\leftarrow g_i+\frac{\lVert g_i\rVert\bigl(\bar\rho\sqrt{1-\rho^2}-\rho\sqrt{1-\bar\rho^2}\bigr)}{\lVert g_j\rVert\sqrt{1-\bar\rho^2}}\,g_j,\quad\rho=\cos(g_i,g_j)<\bar\rho`,
  'balancing.mgda': String.raw`\min_{w}\;\Bigl\lVert\sum_t w_t\,g_t\Bigr\rVert^2,\quad w\ge0,\;\sum_t w_t=1`,
  'balancing.cagrad': String.raw`\max_d\,\min_t\;g_t\cdot d,\quad\lVert d-\bar g\rVert\le c\,\lVert\bar g\rVert`,
  'balancing.nash': String.raw`d=\sum_t w_t\,g_t,\quad g_t\cdot d=\frac1{w_t}`,
  'balancing.imtl-g': String.raw`d\cdot\frac{g_s}{\lVert g_s\rVert}=d\cdot\frac{g_t}{\lVert g_t\rVert},\quad\sum_t w_t=1`,
  'balancing.aligned': String.raw`w=\frac{\sqrt{\lambda_{\min}}}T\;V\Lambda^{-1/2}V^\top\mathbf 1,\quad G=V\Lambda V^\top,\;G_{st}=g_s\cdot g_t`,
  'balancing.upgrad': String.raw`d=\frac1T\sum_t\operatorname*{arg\,min}_{u}\lVert u-g_t\rVert^2,\quad u\cdot g_s\ge0\;\;\forall s`,
};

const FUSION: Keyed<'fusion', FusionName> = {
  'fusion.mean': String.raw`\hat\theta=\frac1T\sum_t\theta_t`,
  'fusion.weighted': String.raw`\hat\theta=\frac{\sum_t w_t\,\theta_t}{\sum_t w_t}`,
  'fusion.fisher': String.raw`\hat\theta_i=\frac{\sum_t F_{t,i}\,\theta_{t,i}}{\sum_t F_{t,i}},\quad F_{t,i}=\mathbb E\Bigl[\Bigl(\frac{\partial\log p_t}{\partial\theta_i}\Bigr)^{\!2}\Bigr]`,
  'fusion.regmean': String.raw`\hat W=\Bigl(\sum_t X_t^\top X_t\Bigr)^{-1}\sum_t X_t^\top X_t\,W_t`,
  'fusion.arithmetic': String.raw`\hat\theta=\theta_0+\lambda\sum_t\tau_t`,
  'fusion.ties': String.raw`\hat\theta_i=\theta_{0,i}+\lambda\operatorname*{mean}_{t\,:\,\operatorname{sgn}\tau_{t,i}=\sigma_i}\tau_{t,i},\quad\sigma_i=\operatorname{sgn}\sum_t\tau_{t,i}`,
  'fusion.layerwise': String.raw`\hat\theta_\ell=\sum_t\operatorname{softmax}(a_\ell)_t\,\theta_{t,\ell}`,
  'fusion.greedy': String.raw`\hat\theta=\frac1{|M|}\sum_{t\in M}\theta_t,\quad L\bigl(\hat\theta_{M\cup\{s\}}\bigr)<L\bigl(\hat\theta_M\bigr)\Rightarrow M\leftarrow M\cup\{s\}`,
};

const TIMELINE: Keyed<'timeline', TimelineName> = {
  'timeline.weights': String.raw`\sum_t w_t\,L_t\;\longrightarrow\;\sum_t w_t'\,L_t`,
  'timeline.scheme': String.raw`\theta_t\leftarrow\bar\theta=\frac1T\sum_t\theta_t`,
  'timeline.rate': String.raw`\eta\;\longrightarrow\;\eta'`,
  'timeline.rows': String.raw`L_t=\frac1{n'}\sum_{i=1}^{n'}\ell(x_i,y_i),\quad n'\le n_t`,
  'timeline.adopt': String.raw`\theta_t\leftarrow\theta_a=:\theta_0`,
  'timeline.fuse': String.raw`\theta_t\leftarrow\hat\theta(\theta_1,\dots,\theta_T)`,
  'timeline.anchor-l2': String.raw`L+\lambda\,\lVert\theta-\theta^*\rVert^2`,
  'timeline.anchor-ewc': String.raw`L+\frac\lambda2\sum_i F_i\,(\theta_i-\theta_i^*)^2`,
  'timeline.prune': String.raw`\theta_i\leftarrow0,\quad|\theta_i|\le\operatorname{quantile}_s|\theta|`,
  'timeline.quantise': String.raw`\hat\theta=\Delta\,\Bigl\lfloor\frac\theta\Delta\Bigr\rceil,\quad\Delta=\frac{\max|\theta|}{2^{b-1}-1}`,
};

const SCHEDULES: Keyed<'schedule', ScheduleName> = {
  'schedule.constant': String.raw`\eta_k=\eta`,
  'schedule.step': String.raw`\eta_k=\eta\,\gamma^{\lfloor k/m\rfloor}`,
  'schedule.cosine': String.raw`\eta_k=\eta\Bigl(f+\frac{1-f}2\Bigl(1+\cos\frac{\pi k}K\Bigr)\Bigr)`,
  'schedule.exponential': String.raw`\eta_k=\eta\,\gamma^{k/m}`,
  'schedule.warmup': String.raw`\eta_k=\eta\,\min\Bigl(1,\frac{k+1}m\Bigr)`,
};

const FORMULAS: Readonly<Record<MethodId, string>> = {
  ...SCHEMES,
  ...BALANCING,
  ...FUSION,
  ...TIMELINE,
  ...SCHEDULES,
};

export function formulaOf(id: MethodId): string {
  return FORMULAS[id];
}

import { splitLocale } from '../../article/language.ts';
import { readYaml } from '../../article/lint/frontMatterBlock.ts';
import type { Problem, Severity } from '../../article/lint/problem.ts';
import { problemIn } from '../incidents/problemIn.ts';
import { yamlBlockOf } from '../incidents/unreadableYaml.ts';
import type { Observability } from './observability.ts';
import { signalsField, type Signal } from './signal.ts';

/** A page as it stands: an article below `docs`. */
export interface SignalsSource {
  readonly file: string;
  readonly id: string;
  readonly text: string;
}

/** What signals name that the deployment does not have: the page still shows their queries, but links lead nowhere. */
export function lintSignals(pages: readonly SignalsSource[], tools: Observability): Problem[] {
  return pages
    .filter(({ id, text }) => splitLocale(id).language === 'en' && /^signals:/m.test(text))
    .flatMap((page) =>
      signalsIn(page).flatMap((signal, i) =>
        problemsOf(signal, tools).map(({ field, severity, message }) =>
          problemIn(page, 'signals', severity, `signals.${i}.${field}: ${message}`),
        ),
      ),
    );
}

/** None where the fields are wrong: that is said by the rule on front matter. */
function signalsIn({ text }: SignalsSource): readonly Signal[] {
  const { start, end } = yamlBlockOf(text);
  const yaml = readYaml(text, start, end);
  if ('message' in yaml) return [];
  return signalsField.safeParse(yaml.data['signals']).data ?? [];
}

interface Found {
  readonly field: keyof Signal;
  readonly severity: Severity;
  readonly message: string;
}

function problemsOf({ dashboard, index, datasource }: Signal, tools: Observability): Found[] {
  const { grafana, kibana, dashboards } = tools;
  const names = Object.keys(dashboards).join(', ');
  const found: Found[] = [];
  if (dashboard === undefined)
    found.push({
      field: 'dashboard',
      severity: 'warning',
      message: `found nothing; expected the dashboard that shows it among others, one of ${names}. Fix: add \`dashboard\``,
    });
  else if (!Object.hasOwn(dashboards, dashboard))
    found.push({
      field: 'dashboard',
      severity: 'warning',
      message: `found ${dashboard}; expected one of ${names}. Fix: correct the name, or add it to dashboards in src/config.ts`,
    });
  if (kibana && index !== undefined && !Object.hasOwn(kibana.dataViews, index))
    found.push({
      field: 'index',
      severity: 'error',
      message: `found ${index}, which has no data view; expected one of ${Object.keys(kibana.dataViews).join(', ')}, since Kibana shows another one, without a word, for an id it does not know. Fix: correct it, or add the id of its data view to kibana.dataViews in src/config.ts`,
    });
  if (grafana && datasource !== undefined && !Object.hasOwn(grafana.datasources, datasource))
    found.push({
      field: 'datasource',
      severity: 'error',
      message: `found ${datasource}; expected one of ${Object.keys(grafana.datasources).join(', ')}, since a query is read by the type of its source. Fix: correct it, or add it with its type to grafana.datasources in src/config.ts`,
    });
  return found;
}

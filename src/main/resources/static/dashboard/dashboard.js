import { byId, choose, chosen, onChoice } from './dom.js';
import { CompanyChoice } from './company.js';
import { CsvButton } from './csv-button.js';
import { activitiesCsv, readStatistics, readTimeline, timelineCsv } from './statistics.js';
import { fittingInterval } from './period.js';
import { Panel } from './panel.js';
import { PeriodChoice } from './period-choice.js';
import { range } from './format.js';
import { Ranking } from './ranking.js';
import { showTotals } from './totals.js';
import { Timeline } from './timeline.js';

/** The statistics of the selected company, period and activity. */
export class Dashboard {
  #session;
  #company = null;
  #activity = null;
  #results = new Panel(byId('results'));
  #timelinePanel = new Panel(byId('timeline'));
  #rankingPanel = new Panel(byId('ranking'));
  #noCompanyPanel = new Panel(byId('no-company'));
  #timeline = new Timeline();
  #ranking = new Ranking((activity) => this.#chooseActivity(activity), () => this.#loadMore());
  #period = new PeriodChoice(() => this.#changePeriod());
  #companies = new CompanyChoice((company) => this.#changeCompany(company));

  constructor(session) {
    this.#session = session;
    onChoice('interval', () => this.#loadTimeline());
    byId('type').addEventListener('change', () => this.#loadRanking());
    byId('all-activities').addEventListener('click', () => this.#chooseActivity(null));
    byId('check-again').addEventListener('click', () => this.#checkAgain());
    new CsvButton(session, byId('timeline-csv'), () => timelineCsv(this.#scope(), this.#points()), () => this.#file('timeline'));
    new CsvButton(session, byId('ranking-csv'), () => activitiesCsv(this.#scope(), { type: byId('type').value }), () => this.#file('favorites'));
  }

  show(user) {
    document.title = 'Favorites · Stagedoor';
    byId('dashboard').hidden = false;
    byId('own-email').textContent = user.email;
    this.#title(user.role === 'ADMIN' ? 'Choose a company' : `Welcome, ${user.firstName}`);
    const hasCompany = this.#companies.show(user);
    byId('filters').hidden = !hasCompany;
    byId('no-company').hidden = hasCompany;
    byId('company-name').focus();
  }

  /** Removes all data of the company from the page. */
  hide() {
    [this.#results, this.#timelinePanel, this.#rankingPanel, this.#noCompanyPanel].forEach((panel) => panel.clear());
    byId('dashboard').hidden = true;
    byId('results').hidden = true;
    byId('totals').replaceChildren();
    byId('company').replaceChildren();
    this.#timeline.clear();
    this.#ranking.clear();
    this.#title('');
    this.#company = null;
    this.#activity = null;
    byId('type').value = '';
    choose('interval', 'day');
    this.#period.reset();
  }

  #title(name) {
    byId('company-name').textContent = name;
    byId('window').textContent = '';
  }

  #checkAgain() {
    this.#noCompanyPanel.run(() => this.#session.readUser(), () => this.show(this.#session.user));
  }

  #changeCompany(company) {
    this.#company = company;
    this.#activity = null;
    this.#period.renew();
    this.#title(company.name);
    document.title = `${company.name} · Stagedoor`;
    this.#results.blank();
    this.#load();
  }

  #changePeriod() {
    choose('interval', fittingInterval(this.#period.value));
    if (this.#company) {
      this.#load();
    }
  }

  #load() {
    byId('results').hidden = false;
    byId('window').textContent = `${range(this.#period.value.from, this.#period.value.to)} (days in UTC)`;
    this.#timelinePanel.clear();
    this.#rankingPanel.clear();
    this.#results.run(
      (signal) => Promise.all([this.#readStatistics(signal), this.#readTimeline(signal)]),
      ([statistics, timeline]) => {
        showTotals(statistics);
        this.#showTimeline(timeline);
        this.#showRanking(statistics);
      });
  }

  /** Reloads everything if a full load is running, because its result would replace this part. */
  #loadTimeline() {
    if (this.#results.isLoading) {
      this.#load();
      return;
    }
    this.#timelinePanel.run((signal) => this.#readTimeline(signal), (timeline) => this.#showTimeline(timeline));
  }

  #loadRanking() {
    if (this.#results.isLoading) {
      this.#load();
      return;
    }
    this.#rankingPanel.run((signal) => this.#readStatistics(signal), (statistics) => this.#showRanking(statistics));
  }

  #loadMore() {
    const { cursor } = this.#ranking;
    this.#rankingPanel.run((signal) => this.#readStatistics(signal, cursor), (statistics) => {
      this.#ranking.add(statistics);
      this.#ranking.mark(this.#activity?.id);
    });
  }

  #chooseActivity(activity) {
    this.#activity = activity;
    this.#ranking.mark(activity?.id);
    byId('timeline-title').focus();
    this.#loadTimeline();
  }

  #showTimeline(timeline) {
    byId('timeline-scope').textContent = this.#activity?.title ?? 'All activities';
    byId('all-activities').hidden = this.#activity === null;
    this.#timeline.show(timeline);
  }

  #showRanking(statistics) {
    this.#ranking.show(statistics, byId('type').value !== '');
    this.#ranking.mark(this.#activity?.id);
  }

  #readStatistics(signal, cursor) {
    return readStatistics(this.#session, this.#scope(), { type: byId('type').value, cursor, signal });
  }

  #readTimeline(signal) {
    return readTimeline(this.#session, this.#scope(), { ...this.#points(), signal });
  }

  #scope() {
    return { companyId: this.#company.id, ...this.#period.value };
  }

  #points() {
    return { interval: chosen('interval'), activityId: this.#activity?.id };
  }

  #file(name) {
    const { from, to } = this.#period.value;
    return `${name}-${from}-${to}.csv`;
  }
}

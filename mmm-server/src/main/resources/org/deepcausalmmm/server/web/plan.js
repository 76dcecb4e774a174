/* The planner: the question as the API wants it, the budget's slider, the weeks of a plan, and waiting for an answer. */
(function () {
  'use strict';
  const number = window.mmmPages.number;
  const written = (text) => (document.documentElement.dataset.decimal === ',' ? text.replace('.', ',') : text);
  const short = (x) => written(new Intl.NumberFormat('en', { maximumSignificantDigits: 3, useGrouping: false, notation: Math.abs(x) >= 1e4 ? 'compact' : 'standard' }).format(x)
    .replace(/([KMB])$/, (unit) => '\u202f' + { K: 'k', M: 'M', B: 'bn' }[unit]));

  /** Follows a job and goes on when it has ended. */
  function follow(form, job) {
    const status = form.querySelector('[data-status]');
    const project = form.dataset.project;
    const place = '/api/v1/projects/' + project + '/jobs/' + job;
    const began = Date.now();
    const tell = () => { status.textContent = 'Working, ' + Math.round((Date.now() - began) / 1000) + ' s …'; };
    tell();
    const clock = setInterval(tell, 1000);
    const look = async () => {
      const answer = await window.mmmPages.send('GET', place);
      if (answer.state === 'done') { clearInterval(clock); location.assign('/projects/' + project + '/results/' + job); return true; }
      if (answer.state === 'failed' || answer.state === 'cancelled') {
        clearInterval(clock);
        status.textContent = '';
        const error = answer.error || { message: 'The job was cancelled.', advice: '' };
        window.mmmPages.complain(form, new Error(error.message + ' ' + error.advice));
        return true;
      }
      return false;
    };
    const events = new EventSource(place + '/events');
    const poll = setInterval(() => settle(), 5000);
    const settle = async () => {
      try {
        if (await look()) { events.close(); clearInterval(poll); }
      } catch (error) {
        events.close();
        clearInterval(poll);
        clearInterval(clock);
        window.mmmPages.complain(form, error);
      }
    };
    events.addEventListener('state', settle);
    events.addEventListener('end', () => { events.close(); settle(); });
  }

  const form = document.querySelector('[data-plan]');
  if (form && form.elements.budget) {
    const budget = form.elements.budget;
    const share = form.querySelector('[data-share]');
    const text = form.querySelector('[data-share-text]');
    const target = form.querySelector('[data-target]');
    const mode = form.elements.mode;
    const present = share.value > 0 ? number(budget.value) / (number(share.value) / 100) : 0;
    let exact = present;
    const first = number(share.value);
    if (first > 0) exact = number(budget.value) / (first / 100);
    let frontier = null;
    const charts = document.querySelector('[data-charts]');
    if (charts) fetch(charts.dataset.charts, { credentials: 'same-origin' }).then((a) => a.json()).then((d) => { frontier = d; showShare(); }).catch(() => {});

    function expected(money) {
      const points = frontier && frontier.frontier;
      if (!points || points.length < 2 || money < points[0][0] || money > points[points.length - 1][0]) return '';
      for (let i = 1; i < points.length; i++) {
        if (money <= points[i][0]) {
          const part = (money - points[i - 1][0]) / (points[i][0] - points[i - 1][0] || 1);
          return ', about ' + short(points[i - 1][1] + part * (points[i][1] - points[i - 1][1])) + ' ' + frontier.measured;
        }
      }
      return '';
    }
    function showShare() { text.textContent = share.value + '% of the present spend' + expected(number(budget.value)); }
    share.addEventListener('input', () => { budget.value = Math.round(exact * number(share.value) / 100); showShare(); });
    budget.addEventListener('input', () => { if (exact > 0) share.value = Math.round(100 * number(budget.value) / exact); showShare(); });
    showShare();

    function showMode() {
      const needs = ['goal', 'target-roi', 'target-cpa', 'target-mroi'].includes(mode.value);
      target.hidden = !needs;
      form.elements.target.disabled = !needs;
      if (needs && mode.value === 'target-mroi' && !form.elements.target.value) form.elements.target.value = '1';
      budget.required = mode.value === 'fixed' || mode.value === 'extra';
    }
    mode.addEventListener('change', showMode);
    showMode();

    form.addEventListener('mmm:body', (event) => {
      const body = event.detail;
      body.run = form.dataset.run;
      const from = form.querySelector('[data-first]').value;
      const to = form.querySelector('[data-last]').value;
      if (from && to) body.window = from + '..' + to;
      const rules = {};
      const change = number(form.querySelector('[data-change]').value);
      if (change > 0) rules.bounds = { '*': { min_change: '-' + Math.min(100, change) + '%', max_change: change + '%' } };
      form.querySelectorAll('tr[data-channel]').forEach((row) => {
        const name = row.dataset.channel;
        if (row.querySelector('[data-lock]').checked) { (rules.fixed = rules.fixed || {})[name] = 'present'; return; }
        const bound = {};
        const least = row.querySelector('[data-least]').value.trim();
        const most = row.querySelector('[data-most]').value.trim();
        if (least) bound.min = number(least);
        if (most) bound.max = number(most);
        if (least || most) (rules.bounds = rules.bounds || {})[name] = bound;
      });
      if (rules.bounds || rules.fixed) body.constraints = JSON.stringify(rules);
    });
    form.addEventListener('mmm:done', (event) => follow(form, event.detail.id));
    document.querySelectorAll('[data-stop]').forEach((button) => button.addEventListener('click', () => {
      mode.value = 'target-mroi';
      showMode();
      form.elements.target.value = '1';
      form.requestSubmit();
    }));
  }

  const weeks = document.querySelector('[data-weeks]');
  if (weeks && weeks.querySelector('input[data-week]')) {
    const cells = Array.from(weeks.querySelectorAll('input[data-week]'));
    const output = weeks.querySelector('[data-sum]');
    const changed = () => cells.filter((cell) => number(cell.value) !== number(cell.dataset.was));
    const show = () => {
      const sum = cells.reduce((all, cell) => all + (number(cell.value) || 0), 0);
      output.textContent = 'Sum ' + short(sum) + (changed().length ? ', ' + changed().length + ' changed' : '');
      cells.forEach((cell) => cell.toggleAttribute('data-changed', number(cell.value) !== number(cell.dataset.was)));
    };
    weeks.addEventListener('input', show);
    show();
    // Changed weeks are spread over the regions of the plan's table: nothing is sent before it is there.
    const submit = weeks.querySelector('[type="submit"]');
    submit.disabled = true;
    window.mmmPages.send('GET', weeks.dataset.source)
      .then((plan) => { weeks.planTable = plan; submit.disabled = false; })
      .catch((error) => window.mmmPages.complain(weeks, error));
    const quoted = (text) => (/[",\n]/.test(text) ? '"' + String(text).replace(/"/g, '""') + '"' : text);

    /** Spreads the changed sum of a week and channel over regions as the plan did; evenly where it had nothing. */
    function csv(plan) {
      const at = (name) => plan.columns.indexOf(name);
      const sums = {};
      const counts = {};
      plan.rows.forEach((row) => {
        const key = row[at('week')] + '\n' + row[at('channel')];
        sums[key] = (sums[key] || 0) + row[at('spend')];
        counts[key] = (counts[key] || 0) + 1;
      });
      const wanted = {};
      cells.forEach((cell) => { wanted[cell.dataset.week + '\n' + cell.dataset.channel] = number(cell.value) || 0; });
      const lines = [plan.columns.map(quoted).join(',')];
      plan.rows.forEach((row) => {
        const key = row[at('week')] + '\n' + row[at('channel')];
        const line = row.slice();
        line[at('spend')] = (sums[key] > 0 ? row[at('spend')] / sums[key] : 1 / counts[key]) * wanted[key];
        lines.push(line.map((cell) => quoted(cell === null ? '' : cell)).join(','));
      });
      return lines.join('\n') + '\n';
    }
    weeks.addEventListener('mmm:body', (event) => {
      const body = event.detail;
      Object.keys(body).forEach((key) => delete body[key]);
      body.run = weeks.dataset.run;
      body.name = changed().length ? 'Forecast of edited weeks' : 'Forecast of the plan';
      if (changed().length) body.planCsv = csv(weeks.planTable);
      else body.plan = weeks.dataset.planId;
    });
    weeks.addEventListener('mmm:done', (event) => follow(weeks, event.detail.id));
  }
})();

/* The form that is made from the schema: shows the options of what is chosen, collects lists, and writes the configuration. */
(function () {
  'use strict';
  const form = document.querySelector('[data-model]');
  if (!form) return;
  const { put } = window.mmmPages;

  const kind = form.elements.kind;
  function showKind() {
    form.querySelectorAll('[data-only]').forEach((label) => {
      const on = label.dataset.only === kind.value;
      label.hidden = !on;
      label.querySelector('input').disabled = !on;
    });
  }
  kind.addEventListener('change', showKind);
  showKind();

  form.querySelectorAll('[data-choose]').forEach((select) => {
    const group = select.closest('.group');
    const show = () => {
      const chosen = select.selectedOptions[0].dataset.kind;
      group.querySelectorAll('[data-for]').forEach((part) => {
        part.hidden = part.dataset.for !== chosen;
        part.disabled = part.hidden;
      });
    };
    select.addEventListener('change', show);
    show();
  });

  form.addEventListener('click', (event) => {
    const add = event.target.closest('[data-add]');
    if (add) {
      const group = add.closest('[data-repeats]');
      const choice = group.querySelector('[data-new]');
      const wanted = choice ? choice.value : '';
      const template = Array.from(group.querySelectorAll('template')).find((t) => t.dataset.kind === wanted);
      const entries = group.querySelector('[data-entries]');
      entries.appendChild(template.content.cloneNode(true));
      const first = entries.lastElementChild.querySelector('input:not([type="hidden"]), select');
      if (first) first.focus();
    }
    const remove = event.target.closest('[data-remove]');
    if (remove) remove.closest('[data-entry]').remove();
  });

  /** Says which values a prior with a mean and a standard deviation holds for likely. */
  form.addEventListener('input', (event) => {
    const entry = event.target.closest('[data-entry]');
    const implied = entry && entry.querySelector('[data-implied]');
    if (!implied) return;
    const value = (name) => { const field = entry.querySelector('[name="' + name + '"]'); return field && field.value !== '' ? Number(field.value) : NaN; };
    const mean = value('mean');
    const sd = value('sd');
    const text = (x) => String(Number(x.toPrecision(3)));
    implied.textContent = isFinite(mean) && sd > 0 ? 'Implies values between about ' + text(mean - 1.645 * sd) + ' and ' + text(mean + 1.645 * sd) + ' with 90% probability.' : '';
  });

  function entry(fieldset) {
    const values = {};
    fieldset.querySelectorAll('[name]').forEach((field) => {
      if (field.value === '') return;
      const type = field.dataset.type;
      put(values, field.name, type === 'number' ? Number(field.value) : type === 'boolean' ? field.value === 'true' : type === 'json' ? JSON.parse(field.value) : field.value);
    });
    return values;
  }

  form.addEventListener('mmm:body', (event) => {
    const body = event.detail;
    const own = ['name', 'kind', 'holdout', 'origins', 'horizon', 'seed', 'quick'];
    const config = {};
    // Only what the schema's part of the form has set is configuration; entries of lists carry plain names.
    Object.keys(body).forEach((key) => {
      if (!own.includes(key) && typeof body[key] === 'object' && !Array.isArray(body[key])) config[key] = body[key];
      if (!own.includes(key)) delete body[key];
    });
    form.querySelectorAll('[data-repeats]').forEach((group) => {
      const entries = Array.from(group.querySelectorAll('[data-entry]')).map(entry);
      if (entries.length) put(config, group.dataset.repeats, entries);
    });
    body.dataset = form.dataset.dataset;
    if (!body.kind) delete body.kind;
    if (Object.keys(config).length) body.config = JSON.stringify(config);
  });
})();

/* Turns the roles that a table shows by column into the roles that the API stores by purpose. */
(function () {
  'use strict';
  const form = document.querySelector('[data-roles]');
  if (!form) return;
  const parts = ['spend', 'exposure', 'reach', 'frequency'];
  const lists = ['controls', 'treatments', 'ignore'];
  const own = ['geo', 'time', 'outcome', 'population', 'revenue_per_kpi', 'revenue'];
  const needsChannel = (role) => parts.includes(role) || role === 'organic-exposure';

  function show(row) {
    const role = row.querySelector('[data-role]');
    const channel = row.querySelector('[data-channel]');
    if (!role) return;
    channel.hidden = !needsChannel(role.value);
    if (!channel.hidden && !channel.value) {
      channel.value = row.dataset.column.replace(/[_ -]?(spend|cost|costs|impressions|clicks|exposure|reach|frequency|views|budget)$/i, '') || row.dataset.column;
    }
  }
  /** Asks once for each channel how it is delivered: beside the first of its columns. */
  function showDelivery() {
    const asked = new Set();
    rows.forEach((row) => {
      const delivery = row.querySelector('[data-delivery]');
      if (!delivery) return;
      const channel = row.querySelector('[data-channel]');
      const name = channel.value.trim();
      delivery.hidden = channel.hidden || asked.has(name);
      if (!channel.hidden) asked.add(name);
    });
  }
  const rows = Array.from(form.querySelectorAll('tr[data-column]'));
  rows.forEach((row) => {
    show(row);
    row.querySelectorAll('[data-role], [data-channel]').forEach((field) => field.addEventListener('change', () => { show(row); showDelivery(); }));
  });
  showDelivery();

  /** Returns what was known of a channel beyond what this page shows. */
  function kept(channels, name) {
    const known = Object.assign({}, channels.find((channel) => channel.name === name));
    parts.concat(['name', 'role']).forEach((key) => { delete known[key]; });
    return known;
  }

  form.addEventListener('mmm:body', (event) => {
    const roles = Object.assign({}, JSON.parse(form.dataset.base || '{}'));
    const before = (roles.channels || []).concat(roles.organic || []);
    own.concat(lists, ['channels', 'organic']).forEach((key) => { delete roles[key]; });
    const channels = new Map();
    const organic = new Map();
    rows.forEach((row) => {
      const role = row.querySelector('[data-role]').value;
      const column = row.dataset.column;
      const name = row.querySelector('[data-channel]').value.trim() || column;
      if (own.includes(role)) roles[role] = column;
      else if (lists.includes(role)) (roles[role] = roles[role] || []).push(column);
      else if (needsChannel(role)) {
        const into = role === 'organic-exposure' ? organic : channels;
        if (!into.has(name)) {
          into.set(name, Object.assign(kept(before, name), { name: name }));
          const delivery = row.querySelector('[data-delivery]').value;
          if (delivery) into.get(name).role = delivery;
        }
        into.get(name)[role === 'organic-exposure' ? 'exposure' : role] = column;
      }
    });
    if (channels.size) roles.channels = Array.from(channels.values());
    Object.keys(roles.treatment_baselines || {}).forEach((name) => {
      if (!(roles.treatments || []).includes(name)) delete roles.treatment_baselines[name];
    });
    if (organic.size) roles.organic = Array.from(organic.values());
    const holiday = (key) => form.querySelector('[data-holiday="' + key + '"]').value.trim();
    delete roles.holidays;
    if (holiday('country')) {
      roles.holidays = { country: holiday('country').toUpperCase() };
      ['lead', 'lag'].forEach((key) => { if (holiday(key)) roles.holidays[key] = Number(holiday(key)); });
    }
    event.detail.roles = roles;
  });
})();

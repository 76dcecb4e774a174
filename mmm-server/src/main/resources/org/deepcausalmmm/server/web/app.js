/* Sends the forms of a page to the API, uploads files, and tells what was wrong. */
(function () {
  'use strict';
  const root = document.documentElement;
  root.classList.remove('no-js');
  const meta = document.querySelector('meta[name="csrf"]');
  const token = meta ? meta.content : '';

  // A form's own 'dataset' is hidden by a field of that name.
  const said = (element, name) => element.getAttribute('data-' + name);

  /** Sends JSON or a file and returns the answer; an error carries what is wrong and what to do. */
  async function send(method, place, body, type) {
    const headers = { Accept: 'application/json' };
    if (token) headers['X-MMM-Token'] = token;
    if (body !== undefined && !type) headers['Content-Type'] = 'application/json';
    let answer;
    try {
      answer = await fetch(place, { method: method, headers: headers, body: type ? body : body === undefined ? undefined : JSON.stringify(body), credentials: 'same-origin' });
    } catch (e) {
      throw new Error('The server does not answer. Check that it runs, then try again.');
    }
    const text = await answer.text();
    let json = {};
    try { json = text ? JSON.parse(text) : {}; } catch (e) { json = {}; }
    if (!answer.ok) throw new Error((json.title || 'The request failed.') + ' ' + (json.advice || ''));
    return json;
  }

  /**
   * Reads a number as its reader writes it: where a comma stands before decimals, points that part thousands are
   * dropped, and a single other point is taken for what it is on a keypad, the sign before decimals.
   */
  function number(text) {
    let plain = String(text).replace(/[\s_'\u2019\u00a0\u202f]/g, '');
    if (root.dataset.decimal === ',') {
      if (plain.includes(',') || /^-?\d{1,3}(\.\d{3})+$/.test(plain)) plain = plain.replace(/\./g, '').replace(',', '.');
    } else {
      plain = plain.replace(/,/g, '');
    }
    return Number(plain);
  }

  /** Puts a value under a name with dots into an object. */
  function put(target, name, value) {
    const parts = name.split('.');
    let at = target;
    parts.slice(0, -1).forEach((part) => { at = at[part] = at[part] || {}; });
    at[parts[parts.length - 1]] = value;
  }

  /** Returns the fields of a form as the API wants them; what is left empty is left out. */
  function fields(form) {
    const body = {};
    Array.from(form.elements).forEach((field) => {
      if (!field.name || field.disabled || field.type === 'file' || (field.type === 'radio' && !field.checked)) return;
      const type = field.dataset.type || (field.type === 'checkbox' ? 'boolean' : 'text');
      if (type === 'skip') return;
      if (type === 'list') {
        if (field.checked) body[field.name] = (body[field.name] || []).concat([field.value]);
        return;
      }
      if (type === 'boolean') {
        const value = field.type === 'checkbox' ? field.checked : field.value === 'true';
        if (field.type === 'checkbox' ? field.checked || field.dataset.always !== undefined : field.value !== '') put(body, field.name, value);
      } else if (field.value.trim() === '') {
        if (field.dataset.always !== undefined) put(body, field.name, '');
      } else if (type === 'number') {
        const value = field.type === 'number' ? Number(field.value) : number(field.value);
        if (Number.isNaN(value)) throw new Error('\u2018' + field.value + '\u2019 is no number. Correct it.');
        put(body, field.name, value);
      } else if (type === 'numbers') {
        put(body, field.name, field.value.split(/[\s,;]+/).filter(Boolean).map(Number));
      } else if (type === 'words') {
        put(body, field.name, field.value.split(/[\s,;]+/).filter(Boolean));
      } else if (type === 'lines') {
        put(body, field.name, field.value.split(/\r?\n/).map((line) => line.trim()).filter(Boolean));
      } else if (type === 'json') {
        try { put(body, field.name, JSON.parse(field.value)); } catch (e) { throw new Error('A field does not hold valid JSON. Correct it.'); }
      } else {
        put(body, field.name, field.value);
      }
    });
    return body;
  }

  function complain(where, error) {
    const near = where && where.closest ? where.closest('form, section, dialog') : null;
    const place = (near && near.querySelector('[data-error]')) || document.querySelector('[data-error]');
    if (!place) return;
    place.textContent = error ? error.message : '';
    place.hidden = !error;
    if (error) { place.setAttribute('tabindex', '-1'); place.focus(); place.scrollIntoView({ block: 'nearest' }); }
  }

  function go(then, answer) {
    if (then === 'stay') return;
    if (!then || then === 'reload') { location.reload(); return; }
    const place = then.replace(/\{(\w+)\}/g, (all, key) => encodeURIComponent(answer[key]));
    if (place === location.pathname) location.reload(); else location.assign(place);
  }

  async function act(element, body) {
    const parts = said(element, 'api').split(' ');
    // A field may name a part of the address.
    const place = parts[1].replace(/\{(\w+)\}/g, (all, key) => { const value = body[key]; delete body[key]; return encodeURIComponent(value); });
    const button = element.matches('form') ? element.querySelector('[type="submit"]') : element;
    complain(element, null);
    if (button) { button.setAttribute('aria-busy', 'true'); button.disabled = true; }
    try {
      const answer = await send(parts[0], place, body);
      element.dispatchEvent(new CustomEvent('mmm:done', { bubbles: true, detail: answer }));
      go(said(element, 'then'), answer);
    } catch (error) {
      complain(element, error);
    } finally {
      if (button) { button.removeAttribute('aria-busy'); button.disabled = false; }
    }
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (form.hasAttribute('data-upload')) {
      event.preventDefault();
      return;
    }
    if (!form.hasAttribute('data-api')) return;
    event.preventDefault();
    let body;
    try { body = fields(form); } catch (e) { complain(form, e); return; }
    const change = new CustomEvent('mmm:body', { bubbles: true, detail: body });
    form.dispatchEvent(change);
    act(form, body);
  });
  document.addEventListener('click', (event) => {
    const button = event.target.closest('button[data-api]');
    if (button) {
      if (button.dataset.confirm && !window.confirm(button.dataset.confirm)) return;
      act(button, button.dataset.body ? JSON.parse(button.dataset.body) : undefined);
    }
    const sample = event.target.closest('[data-sample]');
    if (sample) openSample(sample);
    document.querySelectorAll('details[data-menu][open]').forEach((menu) => { if (!menu.contains(event.target)) menu.open = false; });
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    document.querySelectorAll('details[data-menu][open]').forEach((menu) => { menu.open = false; menu.querySelector('summary').focus(); });
  });

  /** Uploads a file; without a project, one named after the file is made first. */
  async function upload(zone, file, projectName) {
    const status = zone.querySelector('[data-status]');
    const tell = (text) => { if (status) status.textContent = text; };
    complain(zone, null);
    tell('Reading ' + file.name + ' …');
    try {
      let place = zone.dataset.upload;
      if (!place) {
        const name = (projectName || file.name.replace(/\.(csv|tsv|txt|xlsx|gz)+$/i, '')).slice(0, 200) || 'Project';
        const project = await newProject(name);
        place = '/api/v1/projects/' + project.id + '/datasets';
      }
      const data = await send('POST', place + '?name=' + encodeURIComponent(file.name.slice(0, 200)), file, 'file');
      location.assign('/projects/' + place.split('/')[4] + '/data/' + data.id);
    } catch (error) {
      tell('');
      complain(zone, error);
    }
  }

  async function newProject(name) {
    for (let i = 1; ; i++) {
      try {
        return await send('POST', '/api/v1/projects', { name: i === 1 ? name : name + ' ' + i });
      } catch (error) {
        if (i > 20 || !/already/.test(error.message)) throw error;
      }
    }
  }

  async function openSample(button) {
    button.setAttribute('aria-busy', 'true');
    button.disabled = true;
    try {
      const answer = await fetch('/assets/sample.csv');
      const file = new File([await answer.blob()], 'sample.csv', { type: 'text/csv' });
      await upload({ dataset: { upload: '' }, querySelector: () => null, closest: () => null }, file, 'Sample project');
    } catch (error) {
      complain(button, error);
    }
    button.removeAttribute('aria-busy');
    button.disabled = false;
  }

  document.querySelectorAll('[data-upload]').forEach((zone) => {
    const input = zone.querySelector('input[type="file"]');
    input.addEventListener('change', () => { if (input.files.length) upload(zone, input.files[0]); });
    ['dragenter', 'dragover'].forEach((name) => zone.addEventListener(name, (event) => { event.preventDefault(); zone.classList.add('over'); }));
    ['dragleave', 'drop'].forEach((name) => zone.addEventListener(name, () => zone.classList.remove('over')));
    zone.addEventListener('drop', (event) => {
      event.preventDefault();
      if (event.dataTransfer.files.length) upload(zone, event.dataTransfer.files[0]);
    });
  });

  window.mmmPages = { send: send, complain: complain, fields: fields, put: put, number: number };
})();

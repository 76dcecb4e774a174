/* The source of a schedule: a file, or a query of a database. */
(function () {
  'use strict';
  const form = document.querySelector('[data-schedule]');
  if (!form) return;
  const source = form.querySelector('[data-source]');
  function show() {
    form.querySelectorAll('[data-of]').forEach((label) => {
      const input = label.querySelector('input');
      label.hidden = label.dataset.of !== source.value;
      input.disabled = label.hidden;
      input.required = !label.hidden;
    });
  }
  source.addEventListener('change', show);
  show();
  form.addEventListener('mmm:body', (event) => {
    if (source.value === 'connection') event.detail.source.connection = source.selectedOptions[0].dataset.name;
  });
})();

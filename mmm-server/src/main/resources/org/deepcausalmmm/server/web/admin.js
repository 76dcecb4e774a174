/* Roles of users, and tokens that are shown once. */
(function () {
  'use strict';
  document.querySelectorAll('[data-user-role]').forEach((select) => {
    const before = select.value;
    select.addEventListener('change', async () => {
      try {
        await window.mmmPages.send('PATCH', select.dataset.userRole, { role: select.value });
        location.reload();
      } catch (error) {
        select.value = before;
        window.mmmPages.complain(select, error);
      }
    });
  });
  const form = document.querySelector('[data-secret]');
  if (form) form.addEventListener('mmm:done', (event) => {
    const place = document.querySelector('[data-token]');
    place.textContent = 'Copy it now, it is not shown again: ';
    place.appendChild(document.createElement('code')).textContent = event.detail.token;
    place.hidden = false;
    form.reset();
  });
})();

/* Takes the place of the web application's own file of this name. */
export default {
  app: { name: 'Cockpit', vendor: 'partnerflow' },
  disableWelcomeMessage: true,
  customScripts: ['../../../assets/staff-apps']
};

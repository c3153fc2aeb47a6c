/* Takes the place of the web application's own file of this name. */
export default {
  app: { name: 'Admin', vendor: 'partnerflow' },
  disableWelcomeMessage: true,
  customScripts: ['../../../assets/staff-apps']
};

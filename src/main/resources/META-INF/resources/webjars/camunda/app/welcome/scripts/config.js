/* Takes the place of the web application's own file of this name. */
export default {
  app: { name: 'Profile', vendor: 'partnerflow' },
  disableWelcomeMessage: true,
  customScripts: ['../../../assets/staff-apps']
};

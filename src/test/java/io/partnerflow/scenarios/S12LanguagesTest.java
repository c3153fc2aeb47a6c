package io.partnerflow.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.ResellerClient;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.TestOffers;
import io.partnerflow.TestOrders;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.documents.DocumentId;
import io.partnerflow.documents.Documents;
import io.partnerflow.intake.FormAnswers;
import io.partnerflow.intake.FormContext;
import io.partnerflow.intake.FormDesk;
import io.partnerflow.offers.WantedOffer.Line;
import io.partnerflow.offers.WantedOffer.Service;
import io.partnerflow.onboarding.ApplicationAnswer;
import io.partnerflow.onboarding.ResellerApplications;
import io.partnerflow.orders.OrderFields;
import io.partnerflow.orders.OrderManagement;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Party;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy;
import io.partnerflow.programmes.Programmes;
import io.partnerflow.shared.EmailAddress;
import io.partnerflow.shared.NamedEmail;
import io.partnerflow.shared.Percentage;
import io.partnerflow.trials.TrialFields;
import io.partnerflow.trials.TrialManagement;
import io.partnerflow.trials.TrialPerson;
import io.partnerflow.trials.TrialWish;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * S12: a reseller and its customer go from the application to the invoice, and from an offer to the rental contract; each
 * letter, paper and page of theirs is in their language, and nothing of it in another.
 */
@OverTheYears
class S12LanguagesTest {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 3, 2);
    private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/(?:link|password)/[^\\s)>]+)");
    /** Papers that a customer gets, whoever sells to it. */
    private static final Set<String> OF_CUSTOMERS =
            Set.of("agreement", "signed-agreement", "offer", "rental-contract", "debit-schedule");

    @LocalServerPort
    int port;

    @Autowired
    TimeMachine time;

    @Autowired
    Deals deals;

    @Autowired
    RentalDeals rentals;

    @Autowired
    FormDesk forms;

    @Autowired
    ResellerApplications applications;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    TrialManagement trials;

    @Autowired
    OrderManagement orders;

    @Autowired
    Documents documents;

    @Autowired
    Programmes programmes;

    @Autowired
    Users users;

    @Autowired
    JdbcClient database;

    final List<String> slips = new ArrayList<>();
    final Set<UUID> earlierPapers = new HashSet<>();
    final Map<String, String> languageOf = new HashMap<>();
    final Map<String, Tongue> tongues = new HashMap<>();
    long lastLetter;

    @BeforeEach
    void firstDay() {
        time.begin(FIRST_DAY);
        deals.hireStaff();
        lastLetter = database.sql("SELECT coalesce(max(id), 0) FROM letter")
                .query(Long.class)
                .single();
        earlierPapers.addAll(
                database.sql("SELECT id FROM document").query(UUID.class).list());
    }

    @ParameterizedTest
    @CsvSource({"sv, sv", "de, de", "fr, fr", "en, en", "sv, fr"})
    void everybodyReadsTheOwnLanguage(String ofReseller, String ofCustomer) {
        var reseller = becomesReseller(ofReseller);
        var customer = organisation(ofCustomer);
        deals.takesCareOf(reseller, customer);
        buys(reseller, customer);
        var bundles = organisation(ofReseller);
        resellers.appoint(bundles.id(), "workplace", "GOLD", Percentage.of("0"));
        deals.takesCareOf(bundles, customer);
        rents(bundles, customer);

        readLetters(ofReseller, ofCustomer);
        readPapers(ofReseller, ofCustomer);
        readPages("of the reseller", reseller, ofReseller);
        readPages("of the reseller of bundles", bundles, ofReseller);
        readPages("of the customer", customer, ofCustomer);
        assertThat(slips).as("what is not in the reader’s language").isEmpty();
    }

    private Party becomesReseller(String language) {
        var company = TestIdentities.company();
        var person = TestIdentities.email("anna");
        languageOf.put(person, language);
        languageOf.put(company.email(), language);
        var application = forms.send(
                        "reseller-application",
                        FormContext.anybody("", Locale.forLanguageTag(language)),
                        FormAnswers.of(application(company, person, language)),
                        UUID.randomUUID().toString())
                .receipt()
                .reference();
        time.aMoment();
        decides(application, Map.of("applicationDecision", "ask", "question", "4711?"));
        applications.answer(
                new TestLetters(database).secret(person, "application-question", "/link/application/"),
                new ApplicationAnswer("4711.", null, null, "4711"));
        time.aMoment();
        decides(application, Map.of("applicationDecision", "approve", "tier", "SILVER"));
        return organisations.byRegistrationNumber("SE", company.number()).orElseThrow();
    }

    private void decides(String application, Map<String, Object> answers) {
        deals.does(Deals.PARTNER_MANAGER, "userTask_reviewApplication", application, answers);
    }

    private static Map<String, Object> application(TestIdentities.Company company, String person, String language) {
        var answers = new HashMap<String, Object>(Map.of(
                "programme",
                "licence",
                "organisationName",
                company.name(),
                "registrationNumber",
                company.number(),
                "vatId",
                company.vatId(),
                "country",
                "SE",
                "addressLine1",
                "Sveavägen 44",
                "postalCode",
                "111 34",
                "city",
                "Stockholm",
                "organisationEmail",
                company.email(),
                "language",
                language));
        answers.putAll(Map.of("contactName", "Anna Ek", "contactEmail", person, "motivation", "4711"));
        return answers;
    }

    private Party organisation(String language) {
        var company = TestIdentities.company();
        languageOf.put(company.email(), language);
        return organisations.register(new NewParty(
                company.name(),
                "SE",
                company.number(),
                company.vatId(),
                company.email(),
                language,
                new Address("Storgatan 1", null, "111 22", "Stockholm")));
    }

    private void buys(Party reseller, Party customer) {
        var person = TestIdentities.email("chair");
        languageOf.put(person, customer.language());
        var trial = trials.start(
                new TrialWish(
                        "licence",
                        reseller.id(),
                        customer.id(),
                        "housing-association",
                        List.of(new TrialPerson(named("", person), customer.language())),
                        named("Maria", reseller.email())),
                TrialFields.API);
        time.aMoment();
        time.until(FIRST_DAY.plusDays(24)); // a week before the trial's end
        var wanted =
                TestOrders.of(reseller, customer, time.today()).withTrial(trial).wanted();
        languageOf.put(wanted.orderedBy(), reseller.language());
        languageOf.put(wanted.signatoryEmail(), customer.language());
        var order = orders.start(wanted, OrderFields.FORM);
        time.aMoment();
        orders.register(order, wanted, OrderFields.FORM);
        time.aMoment();
        deals.sendsScan(order);
        deals.isApproved(order);
    }

    private static NamedEmail named(String name, String email) {
        return new NamedEmail(name, EmailAddress.of(email));
    }

    private void rents(Party reseller, Party customer) {
        var wanted = TestOffers.of(reseller, customer)
                .of(List.of(
                        new Line("laptop-14", 2), new Line("office-suite", 2), new Line("electronics-insurance", 2)))
                .with(List.of(new Service("Montage 4711", 1, null, new BigDecimal("1450.00"))));
        languageOf.put(wanted.savedBy(), reseller.language());
        var order = rentals.accepted(rentals.offer(wanted));
        deals.sendsScan(order);
    }

    private void readLetters(String ofReseller, String ofCustomer) {
        var letters = database.sql("""
                        SELECT template, language, recipient, subject, html, plain_text FROM letter
                        WHERE id > ? AND template <> 'task-opened' ORDER BY id""").param(lastLetter).query().listOfRows();
        for (var letter : letters) {
            var recipient = (String) letter.get("recipient");
            var where = "letter %s to %s".formatted(letter.get("template"), recipient);
            var language = languageOf.getOrDefault(recipient, recipient.startsWith("sigrid") ? ofCustomer : "unknown");
            if (language.equals("unknown")) {
                slips.add(where + " (" + letter.get("language") + "): who is that?");
                continue;
            }
            var html = (String) letter.get("html");
            var text = (String) letter.get("plain_text");
            check(where, language, ReadAloud.language(html), ReadAloud.page(html));
            check(
                    where + " subject and text",
                    language,
                    (String) letter.get("language"),
                    List.of((String) letter.get("subject"), text));
            LINK.matcher(text).results().map(link -> link.group(1)).distinct().forEach(link -> {
                var page =
                        ResellerClient.anonymous(port).reads(language).get(link).body();
                check(
                        where + " leads to " + link.replaceAll("/[^/]*$", ""),
                        language,
                        ReadAloud.language(page),
                        ReadAloud.page(page));
            });
        }
    }

    private void readPapers(String ofReseller, String ofCustomer) {
        for (var id : database.sql("SELECT id FROM document ORDER BY created_at")
                .query(UUID.class)
                .list()) {
            var paper = documents.find(new DocumentId(id));
            if (!earlierPapers.contains(id)) {
                var language = OF_CUSTOMERS.contains(paper.kind()) ? ofCustomer : ofReseller;
                var pdf = documents.content(paper.id());
                check(
                        "paper " + paper.kind() + " " + paper.fileName(),
                        language,
                        ReadAloud.languageOf(pdf),
                        ReadAloud.paper(pdf));
            }
        }
    }

    private void readPages(String whose, Party organisation, String language) {
        var reader = ResellerClient.of(port, users, organisation, Role.ADMIN, language);
        var pages = new PagesByLink(reader).from(List.of("/", "/settings"));
        assertThat(pages).hasSizeGreaterThan(10);
        pages.forEach((path, page) -> {
            if (path.contains(" 5")) {
                slips.add("page " + whose + " " + path);
            }
            if (!path.contains(" 3")) {
                check("page " + whose + " " + path, language, ReadAloud.language(page), ReadAloud.page(page));
            }
        });
    }

    private List<String> names() {
        return programmes.all().stream().map(ProgrammePolicy::name).toList();
    }

    private void check(String where, String language, String said, List<String> text) {
        if (!said.equals(language)) {
            slips.add("%s says that it is in %s instead of %s".formatted(where, said, language));
        }
        tongues.computeIfAbsent(language, code -> new Tongue(Locale.forLanguageTag(code), names()))
                .slips(text)
                .forEach(slip -> slips.add(where + ": " + slip));
    }
}

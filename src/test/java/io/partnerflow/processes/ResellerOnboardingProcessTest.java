package io.partnerflow.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.TestIdentities;
import io.partnerflow.TestLetters;
import io.partnerflow.access.Role;
import io.partnerflow.access.Users;
import io.partnerflow.decisionlog.DecisionLog;
import io.partnerflow.documents.Documents;
import io.partnerflow.onboarding.ApplicationAnswer;
import io.partnerflow.onboarding.ApplicationReceipt;
import io.partnerflow.onboarding.ApplicationStatus;
import io.partnerflow.onboarding.Contact;
import io.partnerflow.onboarding.KnownPartners;
import io.partnerflow.onboarding.NewApplication;
import io.partnerflow.onboarding.ResellerApplications;
import io.partnerflow.parties.Address;
import io.partnerflow.parties.NewParty;
import io.partnerflow.parties.Organisations;
import io.partnerflow.parties.Resellers;
import io.partnerflow.programmes.ProgrammePolicy.Precondition;
import io.partnerflow.shared.Conflict;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way an application to become a reseller can end. */
@PartnerflowTest
class ResellerOnboardingProcessTest {

    private static final String REVIEW = "userTask_reviewApplication";

    @Autowired
    DecisionLog decisions;

    @Autowired
    ProcessDriver process;

    @Autowired
    ResellerApplications applications;

    @Autowired
    KnownPartners partners;

    @Autowired
    Organisations organisations;

    @Autowired
    Resellers resellers;

    @Autowired
    Users users;

    @Autowired
    Documents documents;

    @Autowired
    JdbcClient database;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    TestIdentities.Company company = TestIdentities.company();
    String contactEmail = TestIdentities.email("anna");
    ApplicationReceipt receipt;
    String key;

    @BeforeEach
    void apply() {
        receipt = applications.submit(application("CUST-4711"));
        key = receipt.number();
    }

    NewApplication application(String reference) {
        return application("licence", reference);
    }

    NewApplication application(String programme, String reference) {
        var organisation = new NewParty(
                company.name(),
                "SE",
                company.number(),
                company.vatId(),
                company.email(),
                "en",
                new Address("Storgatan 1", null, "411 01", "Göteborg"));
        var contact = new Contact("Anna Ek", contactEmail, "+46 31 12 34 56");
        return new NewApplication(programme, organisation, contact, reference, "Our customers ask for it.");
    }

    @Test
    void approvedBecomesAResellerWhoCanLogIn() throws IOException {
        process.complete(key, REVIEW, Map.of("applicationDecision", "approve", "tier", "SILVER"));

        process.hasEndedBy(
                key,
                "businessRuleTask_decidePartnerTerms",
                "serviceTask_registerReseller",
                "serviceTask_welcomeReseller",
                "endEvent_resellerWelcomed");
        assertThat(status()).isEqualTo(ApplicationStatus.APPROVED);
        var organisation =
                organisations.byRegistrationNumber("SE", company.number()).orElseThrow();
        var terms = resellers.terms(organisation.id(), "licence").orElseThrow();
        assertThat(terms.tier()).isEqualTo("SILVER");
        assertThat(terms.partnerDiscount()).hasToString("20");
        assertThat(users.of(organisation.id())).singleElement().satisfies(user -> {
            assertThat(user.email()).isEqualTo(contactEmail);
            assertThat(user.invited()).isTrue();
        });
        assertThat(database.sql("SELECT role FROM membership WHERE organisation_id = ?")
                        .param(organisation.id())
                        .query(String.class)
                        .single())
                .isEqualTo(Role.ADMIN.name());
        assertThat(letters()).containsExactly("application-received", "user-invited", "reseller-welcome");
        assertThat(documents.about(key)).singleElement().satisfies(paper -> {
            assertThat(paper.kind()).isEqualTo("welcome-pack");
            assertThat(paper.owners()).containsExactly(organisation.id().toString());
        });
        assertThat(attachments("reseller-welcome")).isEqualTo(1);
        assertThat(welcomePack()).contains(company.name(), "Anna Ek", key, "Silver", "20\u00a0%");
    }

    @Test
    void askedAndAnsweredIsCheckedAnewAndApproved() {
        process.complete(key, REVIEW, Map.of("applicationDecision", "ask", "question", "Which number is right?"));
        assertThat(status()).isEqualTo(ApplicationStatus.ASKED);
        assertThat(applications.find(receipt.token()).openQuestion()).isEqualTo("Which number is right?");
        assertThat(process.waitsAt(key)).containsOnly("receiveTask_awaitAnswer");

        var corrected = TestIdentities.company();
        applications.answer(
                receipt.token(),
                new ApplicationAnswer("This one.", corrected.number(), corrected.vatId(), "CUST-4712"));
        assertThat(status()).isEqualTo(ApplicationStatus.SUBMITTED);
        process.run(key, "receiveTask_awaitAnswer");

        assertThat(process.factsOf(key, REVIEW))
                .containsEntry("registrationNumber", corrected.number())
                .hasEntrySatisfying(
                        "correspondence",
                        all -> assertThat(all.toString()).contains("Which number is right?", "Anna Ek", "This one."))
                .hasEntrySatisfying(
                        "preconditionAnswer",
                        answer -> assertThat(answer.toString()).contains("CUST-4712"));
        assertThat(process.taskAt(key, REVIEW).getDueDate()).isNotNull();
        process.complete(key, REVIEW, Map.of("applicationDecision", "approve", "tier", "GOLD"));

        process.hasEndedBy(key, "endEvent_resellerWelcomed");
        assertThat(organisations.byRegistrationNumber("SE", corrected.number())).isPresent();
        assertThat(organisations.byRegistrationNumber("SE", company.number())).isEmpty();
        assertThat(letters())
                .containsExactly("application-received", "application-question", "user-invited", "reseller-welcome");
    }

    @Test
    void askedRemindedAndNotAnsweredExpires() {
        process.complete(key, REVIEW, Map.of("applicationDecision", "ask", "question", "Who are you?"));
        process.fire(key, "event_answerReminder");
        assertThat(status()).isEqualTo(ApplicationStatus.ASKED);
        process.fire(key, "event_answerDeadline");

        process.hasEndedBy(
                key, "endEvent_applicantReminded", "serviceTask_closeApplication", "endEvent_applicationExpired");
        assertThat(status()).isEqualTo(ApplicationStatus.EXPIRED);
        assertThat(letters())
                .containsExactly(
                        "application-received", "application-question", "application-reminder", "application-expired");
        assertThatThrownBy(() -> applications.answer(receipt.token(), new ApplicationAnswer("Me", null, null, null)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("application-not-asked");
        applications.submit(application(null)); // who was late may apply again
    }

    @Test
    void rejectedIsToldTheReason() {
        process.complete(
                key, REVIEW, Map.of("applicationDecision", "reject", "rejectionReason", "You <do not> manage houses."));

        process.hasEndedBy(key, "serviceTask_rejectApplication", "endEvent_applicationRejected");
        assertThat(status()).isEqualTo(ApplicationStatus.REJECTED);
        assertThat(applications.find(receipt.token()).rejectionReason()).isEqualTo("You <do not> manage houses.");
        assertThat(letters()).containsExactly("application-received", "application-rejected");
        assertThat(html("application-rejected")).contains("You &lt;do not&gt; manage houses.");
        assertThat(organisations.byRegistrationNumber("SE", company.number())).isEmpty();
    }

    @Test
    void withdrawnDuringTheReviewEndsIt() {
        applications.withdraw(receipt.token());

        process.hasEndedBy(key, "serviceTask_confirmWithdrawal", "endEvent_applicationWithdrawn");
        assertThat(status()).isEqualTo(ApplicationStatus.WITHDRAWN);
        assertThat(letters())
                .containsExactly("application-received", "application-withdrawn", "application-withdrawn-vendor");
        assertThatThrownBy(() -> applications.withdraw(receipt.token()))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("application-ended");
    }

    @Test
    void withdrawnWhileWeWaitForAnAnswerEndsTheWaiting() {
        process.complete(key, REVIEW, Map.of("applicationDecision", "ask", "question", "Who are you?"));

        applications.withdraw(receipt.token());

        process.hasEndedBy(key, "endEvent_applicationWithdrawn");
        assertThat(process.hasJob(key, "event_answerDeadline")).isFalse();
    }

    @Test
    void aPreconditionTheApplicantNamesIsForAPersonToVerify() {
        assertThat(process.variable(key, "precondition")).isEqualTo("HAS_MANAGER_MODEL");
        assertThat(process.variable(key, "preconditionEvidence")).isEqualTo("STATED");
        assertThat(process.variable(key, "preconditionResult")).isEqualTo("TO_VERIFY");
        assertThat(decisions.about(List.of(key), 10))
                .filteredOn(one -> one.decision().table().equals("reseller-onboarding.precondition"))
                .singleElement()
                .satisfies(one -> assertThat(one.decision().outputs()).containsValue("TO_VERIFY"))
                .satisfies(one -> assertThat(one.decision().rules()).isNotEmpty());
        assertThat(process.factsOf(key, REVIEW))
                .hasEntrySatisfying(
                        "preconditionAnswer",
                        answer -> assertThat(answer.toString()).contains("manager model", "CUST-4711"));
    }

    @Test
    void aPreconditionWeFindOurselvesIsMet() {
        applications.withdraw(receipt.token());
        partners.note(Precondition.HAS_MANAGER_MODEL, "SE", company.number(), "customer list");

        var again = applications.submit(application(null)).number();

        assertThat(process.variable(again, "preconditionEvidence")).isEqualTo("PROVEN");
        assertThat(process.variable(again, "preconditionResult")).isEqualTo("MET");
    }

    @Test
    void aPreconditionNobodyKnowsOfIsNotMet() {
        applications.withdraw(receipt.token());

        var again = applications.submit(application(null)).number();

        assertThat(process.variable(again, "preconditionEvidence")).isEqualTo("NONE");
        assertThat(process.variable(again, "preconditionResult")).isEqualTo("NOT_MET");
    }

    @Test
    void theReviewSeesWhatTheChecksSay() {
        assertThat(process.factsOf(key, REVIEW))
                .containsEntry("applicationNumber", key)
                .containsEntry("organisationName", company.name())
                .containsEntry("address", "Storgatan 1\n411 01 Göteborg\nSweden")
                .containsEntry("contact", "Anna Ek\n" + contactEmail + "\n+46 31 12 34 56")
                .containsEntry("correspondence", "")
                .hasEntrySatisfying(
                        "checks",
                        checks -> assertThat(checks.toString().lines())
                                .containsExactly(
                                        "Registration number: right in form and check digit",
                                        "VAT id: right in form and check digit",
                                        "VAT id and registration number: belong together",
                                        "Organisation: new to us",
                                        "Earlier applications: none",
                                        "Contact person: writes from the organisation’s own domain"));
    }

    @Test
    void whoDecidedIsKeptButNotShownOutside() {
        var task = process.taskAt(key, REVIEW).getId();
        identity.setAuthentication("paula", List.of("partner-managers"));
        try {
            tasks.complete(task, Map.of("applicationDecision", "ask", "question", "Who are you?"));
        } finally {
            identity.clearAuthentication();
        }
        process.run(key, REVIEW);

        assertThat(applications.find(receipt.token()).correspondence())
                .singleElement()
                .satisfies(question -> assertThat(question.author()).doesNotContain("paula"));
        applications.answer(receipt.token(), new ApplicationAnswer("Me.", null, null, null));
        process.run(key, "receiveTask_awaitAnswer");
        assertThat(process.factsOf(key, REVIEW))
                .hasEntrySatisfying(
                        "correspondence", all -> assertThat(all.toString()).contains("paula:", "Anna Ek:"));
    }

    @ParameterizedTest
    @CsvSource({"seats, CONTRACT-7, 30, Create a subscription", "hosting, , 0, A monthly share"})
    void aResellerOfOneProgrammeBecomesOneOfAnotherOnItsTerms(
            String programme, String reference, String discount, String inThePack) throws IOException {
        process.complete(key, REVIEW, Map.of("applicationDecision", "approve", "tier", "SILVER"));

        key = applications.submit(application(programme, reference)).number();
        process.complete(key, REVIEW, Map.of("applicationDecision", "approve", "tier", "GOLD"));

        process.hasEndedBy(key, "endEvent_resellerWelcomed");
        var organisation =
                organisations.byRegistrationNumber("SE", company.number()).orElseThrow();
        assertThat(resellers.terms(organisation.id()))
                .extracting(terms -> terms.programme() + " " + terms.partnerDiscount())
                .containsExactlyInAnyOrder("licence 20", programme + " " + discount);
        assertThat(users.of(organisation.id())).hasSize(1);
        assertThat(welcomePack()).contains(inThePack).doesNotContain("Start a trial");
    }

    private ApplicationStatus status() {
        return applications.find(receipt.token()).status();
    }

    /** Names of the letters to the applicant and about it, those to the desk that decides left out. */
    private List<String> letters() {
        return new TestLetters(database)
                .about(key).stream()
                        .filter(letter -> !letter.equals("task-opened"))
                        .toList();
    }

    private String html(String letter) {
        return database.sql("SELECT html FROM letter WHERE business_key = ? AND template = ?")
                .params(key, letter)
                .query(String.class)
                .single();
    }

    private String welcomePack() throws IOException {
        var paper = documents.about(key).get(0);
        try (var pdf = Loader.loadPDF(documents.content(paper.id()))) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private long attachments(String letter) {
        return database.sql("""
                        SELECT count(*) FROM letter_attachment a JOIN letter l ON l.id = a.letter_id
                        WHERE l.business_key = ? AND l.template = ?""").params(key, letter).query(Long.class).single();
    }
}

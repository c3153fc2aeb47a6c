package io.partnerflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.web.StaffListener;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The holes that are open in the engine as it is published, and the walls before them. */
@PartnerflowTest
class EngineGuardsTest {

    private static final String MARKER = "partnerflow.marker";
    private static final String ATTACK =
            "${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(), ''.getClass())"
                    + ".invoke(null, '" + MARKER + "', 'x')}";
    private static final String SETUP = "/camunda/api/admin/setup/default/user/create";
    private static final String NEW_ADMIN = """
            {"profile": {"id": "evil", "firstName": "e", "lastName": "v", "email": "e@evil.example"},
             "credentials": {"password": "seven evil otters at night"}}""";

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Autowired
    ApplicationContext context;

    StaffBrowser root;
    StaffBrowser browser;

    @BeforeEach
    void hireAnAdministrator() {
        new Staff(identity).hire("root", VendorDesks.ADMINISTRATORS);
        root = new StaffBrowser(door.port()).withBasic("root", Staff.PASSWORD);
        browser = new StaffBrowser(door.port());
    }

    @AfterEach
    void leaveNoMarkerBehind() {
        System.clearProperty(MARKER);
    }

    @Test
    void nobodyCanMakeAnAdministratorThroughTheSetUp() {
        assertThat(browser.post(SETUP, NEW_ADMIN).statusCode()).isIn(401, 403);
        browser.login("root", Staff.PASSWORD);
        browser.get("/camunda/app/admin/default/");
        assertThat(browser.post(SETUP, NEW_ADMIN).statusCode()).isEqualTo(403);
        assertThat(browser.get("/camunda/app/admin/default/setup/").statusCode())
                .isEqualTo(403);
        assertThat(identity.createUserQuery().userId("evil").count()).isZero();
    }

    @Test
    void nobodyCanMakeAnAdministratorWhileThereIsNone() {
        var members = identity.createUserQuery()
                .memberOfGroup(VendorDesks.ADMINISTRATORS)
                .list();
        members.forEach(member -> identity.deleteMembership(member.getId(), VendorDesks.ADMINISTRATORS));
        try {
            assertThat(browser.post(SETUP, NEW_ADMIN).statusCode()).isIn(401, 403);
            new Staff(identity).hire("clerk", "order-desk");
            browser.login("clerk", Staff.PASSWORD);
            browser.get("/camunda/app/welcome/default/");
            assertThat(browser.post(SETUP, NEW_ADMIN).statusCode()).isEqualTo(403);
            assertThat(identity.createUserQuery().userId("evil").count()).isZero();
        } finally {
            members.forEach(member -> identity.createMembership(member.getId(), VendorDesks.ADMINISTRATORS));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\": \"%s\"}",
                "{\"orQueries\": [{\"assigneeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"candidateGroup\": \"x\", \"dueBeforeExpression\": \"%s\"}]}",
                "{\"orQueries\": [{\"AssigneeEXPRESSION\": \"%s\"}]}",
                "{\"orQueries\": [{\"assignee\\u0045xpression\": \"%s\"}]}",
                "{\"a\": {\"b\": [[{\"c\": [{\"candidateUserExpression\": \"%s\"}]}]]}}",
            })
    void aQueryThatNamesAnExpressionIsRefusedAtAnyDepth(String body) {
        var attack = body.formatted(ATTACK);
        assertThat(root.post("/engine-rest/task", attack).statusCode()).isEqualTo(400);
        assertThat(root.post("/engine-rest/task/count", attack).statusCode()).isEqualTo(400);
        assertThat(root.send("PUT", "/engine-rest/task", "application/json;charset=utf-8", attack)
                        .statusCode())
                .isEqualTo(400);
        assertThat(root.send("POST", "/engine-rest/task", "text/plain", attack).statusCode())
                .isEqualTo(400);
        browser.login("root", Staff.PASSWORD);
        browser.get("/camunda/app/tasklist/default/");
        assertThat(browser.post("/camunda/api/engine/engine/default/task", attack)
                        .statusCode())
                .isEqualTo(400);
        assertThat(System.getProperty(MARKER)).isNull();
    }

    @Test
    void anExpressionInTheAddressIsRefusedToo() {
        var query = "/engine-rest/task?maxResults=10&assigneeExpression="
                + URLEncoder.encode(ATTACK, StandardCharsets.UTF_8);
        assertThat(root.get(query).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(System.getProperty(MARKER)).isNull();
    }

    @Test
    void aFilterWithAnExpressionCannotBeStoredOrRun() {
        var filter = """
                {"resourceType": "Task", "name": "evil", "owner": "root",
                 "query": {"orQueries": [{"assigneeExpression": "%s"}]}, "properties": {}}""".formatted(ATTACK);
        assertThat(root.post("/engine-rest/filter/create", filter).statusCode()).isEqualTo(400);
        assertThat(System.getProperty(MARKER)).isNull();
    }

    @Test
    void anOrdinaryQueryGoesThrough() {
        assertThat(root.post("/engine-rest/task?maxResults=10", "{\"orQueries\": [{\"assignee\": \"root\"}]}")
                        .statusCode())
                .isEqualTo(200);
    }

    /** The second wall alone: past the servlet filter, straight into the engine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                ATTACK,
                "${''.class}",
                "${engineRestUser.toString()}",
                "${applicationContext.getBean('dataSource')}",
                "${dataSource.connection}",
                "${environment.getProperty('user.home')}",
                "${now().getClass()}",
                "#{currentUser().concat('x')}",
            })
    void anExpressionThatReachesTheEngineGetsNowhere(String attack) {
        assertThatThrownBy(() -> tasks.createTaskQuery()
                        .or()
                        .taskAssigneeExpression(attack)
                        .endOr()
                        .list())
                .isInstanceOf(Exception.class);
        assertThat(System.getProperty(MARKER)).isNull();
    }

    @Test
    void anExpressionSeesDelegatesAndNoOtherBean() {
        var beans = new DelegatesOnly(context);
        assertThat(List.of("dataSource", "environment", "engineSettings", "staffAccounts"))
                .noneMatch(beans::containsKey);
    }

    @Test
    void aModelWithADocumentTypeIsRefused() {
        var model = """
                <?xml version="1.0"?>
                <!DOCTYPE definitions [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
                  <process id="xxe" name="&secret;" isExecutable="true"/>
                </definitions>""";
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("xxe.bpmn", model)
                        .deploy())
                .hasMessageContaining("DOCTYPE");
    }

    @Test
    void javaObjectsAreRefusedAsVariables() {
        var model = """
                <?xml version="1.0"?>
                <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x"
                    xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
                  <process id="guarded" isExecutable="true" camunda:historyTimeToLive="P1D">
                    <startEvent id="start"/><sequenceFlow id="flow" sourceRef="start" targetRef="end"/><endEvent id="end"/>
                  </process>
                </definitions>""";
        var deployment =
                repository.createDeployment().addString("guarded.bpmn", model).deploy();
        try {
            var answer = root.post("/engine-rest/process-definition/key/guarded/start", """
                    {"variables": {"x": {"type": "Object", "value": "rO0ABXNyAA==", "valueInfo":
                      {"objectTypeName": "java.util.HashMap",
                       "serializationDataFormat": "application/x-java-serialized-object"}}}}""");
            assertThat(answer.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(answer.body()).contains("prohibited");
        } finally {
            repository.deleteDeployment(deployment.getId(), true);
        }
    }

    @Test
    void thereIsNoUserWithAPasswordEverybodyKnows() {
        for (var name : List.of("demo", "admin", "camunda")) {
            for (var password : List.of("demo", "admin", "password", "camunda", "")) {
                assertThat(identity.checkPassword(name, password))
                        .as(name + "/" + password)
                        .isFalse();
            }
        }
    }

    @Test
    void aListWithoutAnEndIsRefused() {
        assertThat(root.get("/engine-rest/task?maxResults=1000000").statusCode())
                .isEqualTo(400);
    }
}

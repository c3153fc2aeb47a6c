package io.partnerflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.StaffBrowser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is behind each of the two doors, and that no spelling of an address leads through the wall. */
@PartnerflowTest
class DoorsTest {

    @Autowired
    StaffListener staff;

    @LocalServerPort
    int portal;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest",
                "/engine-rest/",
                "/ENGINE-REST/task",
                "/Engine-Rest/engine",
                "/engine-rest;x=y/task",
                "/engine-rest/;/task",
                "/;/engine-rest/task",
                "/;a=b;c/engine-rest/task",
                "//engine-rest/task",
                "/.//engine-rest/task",
                "/assets/../engine-rest/task",
                "/assets/%2e%2e/engine-rest/task",
                "/assets/.%2e/engine-rest/task",
                "/assets/..;/engine-rest/task",
                "/%65ngine-rest/task",
                "/camunda/app/tasklist/default/",
                "/camunda/app/welcome/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/admin/setup/default/user/create",
                "/CAMUNDA/app/cockpit/default/",
                "/camunda;/app/admin/default/",
                "//camunda/app/admin/default/",
                "/actuator",
                "/actuator/health",
                "/actuator/prometheus",
                "/Actuator/health",
                "/actuator;x/health",
                "/staff",
                "/staff/login",
                "/outbox",
                "/go/task/1",
            })
    void atThePortalsDoorTheStaffsRoomsDoNotExist(String path) {
        assertThat(new StaffBrowser(portal).get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/engine/default/task",
                "/engine-rest/task",
                "/engine-rest/version",
                "/engine-rest/process-definition",
                "/engine-rest/metrics/job-successful",
                "/engine-rest/openapi.json",
                "/engine-rest/",
                "/engine-rest",
            })
    void theEnginesInterfaceWantsALogin(String path) {
        assertThat(new StaffBrowser(staff.port()).get(path).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest;x=y/engine",
                "//engine-rest/engine",
                "/engine-rest//engine",
                "/assets/%2e%2e/engine-rest/engine",
                "/assets/..;/engine-rest/engine",
                "/ENGINE-REST/engine",
                "/engine-rest/%2e%2e/actuator/prometheus",
            })
    void noSpellingGetsRoundTheLogin(String path) {
        assertThat(new StaffBrowser(staff.port()).get(path).statusCode()).isIn(302, 401, 404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/welcome/default/",
                "/actuator/prometheus",
                "/actuator",
                "/actuator/env",
                "/staff",
                "/go/task/1",
                "/staff/password",
            })
    void staffPagesSendToTheLogin(String path) {
        var answer = new StaffBrowser(staff.port()).get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/staff/login"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"})
    void healthIsPublicAtTheStaffsDoorAndSaysNoMoreThanUp(String path) {
        var answer = new StaffBrowser(staff.port()).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("UP").doesNotContain("details", "database");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/me", "/login", "/apply", "/v3/api-docs", "/orders"})
    void atTheStaffsDoorThePortalsRoomsDoNotExist(String path) {
        assertThat(new StaffBrowser(staff.port()).get(path).statusCode()).isEqualTo(404);
    }
}

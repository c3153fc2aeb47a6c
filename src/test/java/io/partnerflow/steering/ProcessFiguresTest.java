package io.partnerflow.steering;

import static org.assertj.core.api.Assertions.assertThat;

import io.partnerflow.PartnerflowTest;
import io.partnerflow.Staff;
import io.partnerflow.StaffBrowser;
import io.partnerflow.web.StaffListener;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@PartnerflowTest
class ProcessFiguresTest {

    @Autowired
    StaffListener door;

    @Autowired
    IdentityService identity;

    StaffBrowser browser;

    @BeforeEach
    void open() {
        new Staff(identity).hire("fiona", "managers");
        browser = new StaffBrowser(door.port());
        browser.login("fiona", Staff.PASSWORD);
    }

    @Test
    void areForManagersOnly() {
        new Staff(identity).hire("clerk-without-figures", "order-desk");
        var clerk = new StaffBrowser(door.port());
        clerk.login("clerk-without-figures", Staff.PASSWORD);
        assertThat(clerk.get("/staff/figures/processes").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff/history").statusCode()).isEqualTo(403);
        assertThat(clerk.get("/staff").body()).doesNotContain("/staff/figures", "/staff/history");
    }

    @Test
    void everyProcessIsThereWithItsPicture() {
        var all = browser.get("/staff/figures/processes");
        assertThat(all.statusCode()).as(all.body()).isEqualTo(200);
        assertThat(all.body()).contains("/staff/figures/processes/order?").doesNotContain("??");
        var one = browser.get("/staff/figures/processes/order");
        assertThat(one.statusCode()).as(one.body()).isEqualTo(200);
        assertThat(one.body()).contains("<svg", "process-picture").doesNotContain("??");
        assertThat(browser.get("/staff/figures/processes/no-such-process").statusCode())
                .isEqualTo(404);
    }
}

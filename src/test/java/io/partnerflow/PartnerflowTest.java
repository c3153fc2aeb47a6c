package io.partnerflow;

import io.partnerflow.intake.CountingForm;
import io.partnerflow.processes.ProcessDriver;
import io.partnerflow.subscriptions.Rentals;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/**
 * A test of the whole application on a real database and real ports. The job executor is off: the test itself runs each
 * job, so nothing waits and nothing happens by chance. All such tests share one application context.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=test", // not the embedded database; the real address is TestDatabase's
            "partnerflow.staff.port=0",
            "partnerflow.data-dir=target/data-${partnerflow.fork:1}",
            "partnerflow.database.durable=false",
            "partnerflow.simulation.enabled=true",
            "partnerflow.simulation.allow-external-database=true",
            "camunda.bpm.job-execution.enabled=false",
            "partnerflow.shipping.carrier-secret=a secret for tests",
            "partnerflow.events.background=false",
            "partnerflow.webhooks.background=false",
            "partnerflow.webhooks.local-endpoints=true", // as in a demo
            "partnerflow.staff.tasks.while-time-is-moved=false", // morning mails are tested where they are wanted
            "partnerflow.incoming.authentication=mx.northlight.example", // TestMail.vouched
            "partnerflow.visits.applications-per-day=500", // all tests come from one address
            "partnerflow.visits.password-mails-per-day=500",
        })
@Import({
    TestDatabase.class,
    ProcessDriver.class,
    Rentals.class,
    QuickPasswordHash.class,
    QuickPortalPasswords.class,
    CountingForm.class
})
public @interface PartnerflowTest {}

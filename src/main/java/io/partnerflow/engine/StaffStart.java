package io.partnerflow.engine;

import io.partnerflow.database.Installation;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Sees to it that somebody can log in: groups and filters at every start, the first people at the first one. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class StaffStart implements ApplicationRunner {

    private final Installation installation;
    private final VendorDesks desks;
    private final DemoStaff demoStaff;
    private final FirstAdministrator administrator;
    private final JdbcClient database;
    private final TransactionOperations transaction;

    StaffStart(
            Installation installation,
            VendorDesks desks,
            DemoStaff demoStaff,
            FirstAdministrator administrator,
            JdbcClient database,
            TransactionOperations transaction) {
        this.installation = installation;
        this.desks = desks;
        this.demoStaff = demoStaff;
        this.administrator = administrator;
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            oneNodeAtATime();
            desks.open();
            if (installation.demo()) {
                demoStaff.hire();
            } else {
                administrator.appoint();
            }
        });
        administrator.announce();
    }

    private void oneNodeAtATime() {
        database.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtext('partnerflow.staff-start'))")
                .query(Integer.class)
                .single();
    }
}

package io.partnerflow.demo;

import io.partnerflow.database.Installation;
import io.partnerflow.engine.Simulation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plays the story once, at the first start of a demo, before the application says that it is ready. */
@Component
@Order(DemoStory.AFTER_STAFF_ARE_THERE)
class DemoStory implements ApplicationRunner {

    static final int AFTER_STAFF_ARE_THERE = 1000;
    private static final Logger LOG = LoggerFactory.getLogger(DemoStory.class);

    private final JdbcClient database;
    private final Simulation simulation;
    private final Script script;
    private final Clock clock;
    private final boolean wanted;

    DemoStory(
            JdbcClient database,
            Simulation simulation,
            Script script,
            Clock clock,
            Installation installation,
            @Value("${partnerflow.demo.story:true}") boolean wanted) {
        this.database = database;
        this.simulation = simulation;
        this.script = script;
        this.clock = clock;
        this.wanted = wanted && installation.demo();
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted) {
            return;
        }
        if (begins()) {
            play();
        } else if (!isFinished()) {
            LOG.warn("the demo story was interrupted; what has been played stays, time is real again");
            finish();
        }
    }

    private void play() {
        LOG.info("playing the demo story: two years of business, this takes about a minute");
        var now = Clock.systemUTC().instant();
        simulation.beginAt(script.begins(now));
        simulation.play(() -> playUntil(now));
        LOG.info(
                "the demo story took {} s",
                Duration.between(now, clock.instant()).toSeconds());
    }

    /** A story that cannot go on is no reason not to start: what has been played stays, and the log says where it stuck. */
    private void playUntil(Instant now) {
        try {
            script.play(now);
        } catch (RuntimeException stuck) {
            LOG.error("the demo story cannot go on", stuck);
        }
        finish();
    }

    /** Catches up with real time, which went on while the story was played. */
    private void finish() {
        var real = Clock.systemUTC().instant();
        if (clock.instant().isBefore(real)) {
            simulation.moveTo(real);
        }
        simulation.endAtRealTime();
        database.sql("UPDATE demo_story SET finished_at = ?").param(at(real)).update();
    }

    private boolean begins() {
        return database.sql("""
                        INSERT INTO demo_story (begun_at) SELECT ?
                        WHERE NOT EXISTS (SELECT 1 FROM organisation) ON CONFLICT DO NOTHING""").param(at(clock.instant())).update() == 1;
    }

    private boolean isFinished() {
        return database.sql("SELECT count(*) = 0 FROM demo_story WHERE finished_at IS NULL")
                .query(Boolean.class)
                .single();
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}

package io.partnerflow.decisionlog;

import io.partnerflow.engine.DecisionMade;
import io.partnerflow.engine.DecisionTables;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps what is decided, in the transaction of what follows from it. It writes once, when that ends: a run that decides
 * for thousands of documents writes them together, and the same question about the same thing is one row.
 */
@Component
class DecisionRecorder {

    private final DecisionEntries entries;
    private final DecisionTables tables;
    private final Clock clock;
    private final Map<Edition, UUID> stored = new ConcurrentHashMap<>();

    DecisionRecorder(DecisionEntries entries, DecisionTables tables, Clock clock) {
        this.entries = entries;
        this.tables = tables;
        this.clock = clock;
    }

    private record Edition(String decision, int version) {}

    private record Question(Edition edition, Object about, String inputs) {}

    private record Asked(Instant at, DecisionMade made, String inputs) {}

    @EventListener
    void made(DecisionMade made) {
        var pending = pending();
        var inputs = Facts.written(made.inputs());
        var edition = new Edition(made.table(), made.version());
        if (pending.questions.add(new Question(edition, made.about(), inputs))) {
            pending.asked.add(new Asked(clock.instant(), made, inputs));
        }
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            pending.beforeCommit(false);
            pending.afterCommit();
        }
    }

    private Pending pending() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return new Pending();
        }
        var found = (Pending) TransactionSynchronizationManager.getResource(this);
        if (found == null) {
            found = new Pending();
            TransactionSynchronizationManager.bindResource(this, found);
            TransactionSynchronizationManager.registerSynchronization(found);
        }
        return found;
    }

    /** What one transaction has decided. */
    private final class Pending implements TransactionSynchronization {

        private final Set<Question> questions = new HashSet<>();
        private final List<Asked> asked = new ArrayList<>();
        private final Map<Edition, UUID> added = new ConcurrentHashMap<>();

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(DecisionRecorder.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(DecisionRecorder.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entries.append(asked.stream()
                    .map(one -> new DecisionEntries.Row(one.at(), edition(one.made()), one.made(), one.inputs()))
                    .toList());
            asked.clear();
        }

        /** Only now is it certain that the editions are there. */
        @Override
        public void afterCommit() {
            stored.putAll(added);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(DecisionRecorder.this);
        }

        private UUID edition(DecisionMade made) {
            var edition = new Edition(made.table(), made.version());
            var known = stored.get(edition);
            return known != null ? known : added.computeIfAbsent(edition, DecisionRecorder.this::keep);
        }
    }

    private UUID keep(Edition edition) {
        var source = tables.xml(edition.decision(), edition.version());
        var id = UUID.nameUUIDFromBytes("%s %d %s"
                .formatted(edition.decision(), edition.version(), source)
                .getBytes(StandardCharsets.UTF_8));
        entries.keepEdition(id, edition.decision(), edition.version(), source);
        return id;
    }
}

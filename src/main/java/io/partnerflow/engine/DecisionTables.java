package io.partnerflow.engine;

import io.partnerflow.shared.NotFound;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.DecisionDefinitionQuery;
import org.camunda.bpm.engine.repository.Deployment;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The decision tables that are deployed, in all their versions. */
@Component
public class DecisionTables {

    private final RepositoryService repository;
    private final OnBehalfOfTheHouse house;
    private final Map<String, String> sources = ProcessModels.kept(200);

    DecisionTables(@Lazy RepositoryService repository, OnBehalfOfTheHouse house) {
        this.repository = repository;
        this.house = house;
    }

    /**
     * @param id of the decision
     * @param deployment the engine's id of the deployment it came with
     * @param deployedAt since when it is, or was, in force
     */
    public record Version(
            String id,
            String name,
            int version,
            String deployment,
            @Nullable Instant deployedAt) {}

    /** Every table in the version that is in force, by name. */
    public List<Version> inForce() {
        return versions(
                definitions().latestVersion().orderByDecisionDefinitionName().asc());
    }

    /** All versions of a table, latest first; empty if there is no such table. */
    public List<Version> versions(String id) {
        return versions(definitions()
                .decisionDefinitionKey(id)
                .orderByDecisionDefinitionVersion()
                .desc());
    }

    /** @throws NotFound if there is no such version */
    public String xml(String id, int version) {
        var definition = house.ask(() -> definitions()
                .decisionDefinitionKey(id)
                .decisionDefinitionVersion(version)
                .singleResult());
        if (definition == null) {
            throw new NotFound("decision table", "%s %d".formatted(id, version));
        }
        return ProcessModels.of(sources, definition.getId(), this::source);
    }

    /** @throws NotFound if there is no such version */
    public DecisionTable table(String id, int version) {
        return DecisionTableFile.of(xml(id, version)).table();
    }

    private List<Version> versions(DecisionDefinitionQuery query) {
        return house.ask(() -> {
            var found = query.list();
            var times = new java.util.HashMap<String, Instant>();
            found.stream().map(DecisionDefinition::getDeploymentId).distinct().forEach(id -> times.put(id, time(id)));
            return found.stream()
                    .map(one -> new Version(
                            one.getKey(),
                            one.getName() == null ? one.getKey() : one.getName(),
                            one.getVersion(),
                            one.getDeploymentId(),
                            times.get(one.getDeploymentId())))
                    .toList();
        });
    }

    private @Nullable Instant time(String deployment) {
        Deployment found =
                repository.createDeploymentQuery().deploymentId(deployment).singleResult();
        return found == null ? null : found.getDeploymentTime().toInstant();
    }

    private String source(String definition) {
        return house.ask(() -> {
            try (var stream = repository.getDecisionModel(definition)) {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        });
    }

    private DecisionDefinitionQuery definitions() {
        return repository.createDecisionDefinitionQuery();
    }
}

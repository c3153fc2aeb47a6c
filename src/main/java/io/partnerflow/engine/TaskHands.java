package io.partnerflow.engine;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.identity.User;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** In whose hands a task is and until when it should be done, as a manager changes it. */
@Component
@Transactional
public class TaskHands {

    private final TaskService tasks;
    private final IdentityService identity;
    private final OnBehalfOfTheHouse house;
    private final JdbcClient database;

    TaskHands(@Lazy TaskService tasks, @Lazy IdentityService identity, OnBehalfOfTheHouse house, JdbcClient database) {
        this.tasks = tasks;
        this.identity = identity;
        this.house = house;
        this.database = database;
    }

    /** Somebody who works at the vendor. */
    public record Person(String id, String name) {}

    /** Who belongs to any of the groups, by name. */
    @Transactional(readOnly = true)
    public List<Person> peopleOf(List<String> groups) {
        return house.ask(() -> groups.stream()
                .flatMap(group -> identity.createUserQuery().memberOfGroup(group).list().stream())
                .map(user -> new Person(user.getId(), nameOf(user)))
                .distinct()
                .sorted(Comparator.comparing(Person::name).thenComparing(Person::id))
                .toList());
    }

    /** Until the transaction ends nobody else changes the task: what is read of it now is so when it is changed. */
    public void hold(String task) {
        database.sql("SELECT 1 FROM public.act_ru_task WHERE id_ = ? FOR UPDATE")
                .param(task)
                .query()
                .listOfRows();
    }

    /**
     * Gives the task to a person, or back to its desk.
     *
     * @param person null for nobody: whoever of the desk takes it
     * @throws Invalid for {@code person} if the person does not belong to one of the task's desks
     * @throws Conflict {@code task-done} if the task is open no more
     */
    public void assign(AgedTask task, @Nullable String person) {
        if (person != null
                && peopleOf(task.desks()).stream().noneMatch(one -> one.id().equals(person))) {
            throw Invalid.field("person", "not-of-this-desk", "engine.task.not-of-this-desk", person);
        }
        change(() -> tasks.setAssignee(task.id(), person));
    }

    /** @throws Conflict {@code task-done} if the task is open no more */
    public void putOff(AgedTask task, Instant due) {
        change(() -> tasks.setDueDate(task.id(), Date.from(due)));
    }

    private void change(Runnable change) {
        try {
            house.run(change);
        } catch (NullValueException | NotFoundException | OptimisticLockingException done) {
            throw new Conflict("task-done");
        }
    }

    private static String nameOf(User user) {
        var name = Stream.of(user.getFirstName(), user.getLastName())
                .filter(Objects::nonNull)
                .filter(part -> !part.isBlank())
                .reduce("%s %s"::formatted)
                .orElse("");
        return name.isBlank() ? user.getId() : name;
    }
}

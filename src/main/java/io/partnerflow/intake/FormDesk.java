package io.partnerflow.intake;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.partnerflow.shared.Conflict;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.NotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where forms are handed out and taken in: all a page needs to offer any form. */
@Component
public class FormDesk {

    private final Map<String, FormHandler> handlers;
    private final FormDefinitions definitions;
    private final FormCheck check;
    private final FormViews views;
    private final OnceOnly once;

    FormDesk(
            ObjectProvider<FormHandler> handlers,
            FormDefinitions definitions,
            FormCheck check,
            FormViews views,
            OnceOnly once) {
        this.handlers = handlers.stream().collect(toUnmodifiableMap(FormHandler::form, Function.identity()));
        this.definitions = definitions;
        this.check = check;
        this.views = views;
        this.once = once;
    }

    /**
     * The form as it is handed out, with the values it starts with.
     *
     * @throws NotFound if nobody offers a form of this name
     */
    public FormView blank(String form, FormContext context) {
        var copy = copy(form, context);
        var start = new HashMap<String, Object>();
        copy.form().fields().forEach(field -> start.put(field.key(), copy.fact(field.key())));
        return views.fresh(copy, FormAnswers.of(start), check.checkTask(copy.form(), copy.facts()));
    }

    /**
     * The same copy with the fields that what was typed so far calls for; complains about nothing.
     *
     * @param token of the copy that was handed out
     */
    public FormView refreshed(String form, FormContext context, FormAnswers typed, String token) {
        var copy = copy(form, context);
        return views.of(copy, typed, check.check(copy.form(), typed, copy.facts()), List.of(), token);
    }

    /**
     * Takes a form in: checked, then handed to the module that understands it, once however often it is sent.
     *
     * @param token of the copy that was handed out
     */
    public Outcome send(String form, FormContext context, FormAnswers typed, String token) {
        var earlier = once.resultOf(token, context, form);
        return earlier.isPresent() ? new Outcome(earlier.get(), null, true) : accept(copy(form, context), typed, token);
    }

    private Outcome accept(FormCopy copy, FormAnswers typed, String token) {
        var checked = check.check(copy.form(), typed, copy.facts());
        try {
            var answers = checked.orThrow().values();
            return new Outcome(
                    once.accept(
                            copy.form().name(),
                            copy.context(),
                            token,
                            () -> copy.handler().accept(copy.context(), answers)),
                    null,
                    false);
        } catch (Invalid invalid) {
            return new Outcome(null, views.of(copy, typed, checked, invalid.fields(), token), false);
        } catch (Conflict conflict) {
            var problem = Invalid.Field.of(
                    "",
                    conflict.code(),
                    "conflict." + conflict.code(),
                    conflict.args().toArray());
            return new Outcome(null, views.of(copy, typed, checked, List.of(problem), token), false);
        }
    }

    private FormCopy copy(String form, FormContext context) {
        var handler = handlers.get(form);
        if (handler == null) {
            throw new NotFound("form", form);
        }
        var definition = definitions.named(form).orElseThrow(() -> new NotFound("form", form));
        var facts = new HashMap<>(handler.prefill(context));
        facts.putAll(handler.options(context));
        return new FormCopy(handler, views.inLanguageOf(context, definition), context, facts);
    }

    /**
     * What came of sending a form: one of the two.
     *
     * @param receipt where it was accepted
     * @param form    to be shown again, with what is wrong
     * @param again   whether this copy had been accepted before; nothing has happened now
     */
    public record Outcome(
            @Nullable Receipt receipt, @Nullable FormView form, boolean again) {

        public boolean accepted() {
            return receipt != null;
        }
    }
}

package io.partnerflow.engine;

import static java.util.stream.Collectors.joining;

import io.partnerflow.intake.FormCheck;
import io.partnerflow.intake.FormComponent;
import io.partnerflow.intake.FormDefinition;
import io.partnerflow.shared.Invalid;
import io.partnerflow.shared.VendorLanguage;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Checks the form a process begins with, whoever starts it and by whatever way; nothing begins that does not fit it. */
@Component
class StartForms extends AbstractProcessEnginePlugin {

    private final DeployedForms forms;
    private final FormCheck check;
    private final ObjectProvider<StartCheck> modules;
    private final Locale staff;
    private final MessageSource texts;

    StartForms(
            DeployedForms forms,
            FormCheck check,
            ObjectProvider<StartCheck> modules,
            MessageSource texts,
            VendorLanguage staff) {
        this.forms = forms;
        this.check = check;
        this.modules = modules;
        this.texts = texts;
        this.staff = staff.locale();
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        ParseListeners.of(engine).add(new AbstractBpmnParseListener() {
            @Override
            public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl event) {
                var form = element.attributeNS(ParseListeners.CAMUNDA, "formRef");
                if (form != null) {
                    event.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                            execution -> begin(execution, form, event));
                }
            }
        });
    }

    private void begin(DelegateExecution execution, String name, ActivityImpl event) {
        var form = forms.of(event, name)
                .orElseThrow(() -> new IllegalStateException("form " + name + " of a start event is not there"));
        var answers = execution.getVariables();
        var foreign = answers.keySet().stream()
                .filter(key -> !asks(form, key))
                .sorted()
                .toList();
        if (!foreign.isEmpty()) {
            throw new BadUserRequestException("The form does not ask for " + String.join(", ", foreign) + ".");
        }
        refuse(check.checkTask(form, answers).errors());
        try {
            modules.stream().filter(module -> module.form().equals(name)).forEach(module -> module.check(answers));
        } catch (Invalid invalid) {
            refuse(invalid.fields());
        }
    }

    private static boolean asks(FormDefinition form, String key) {
        return form.field(key).filter(FormComponent::asks).isPresent();
    }

    private void refuse(List<Invalid.Field> problems) {
        if (!problems.isEmpty()) {
            throw new BadUserRequestException(
                    problems.stream().map(this::inWords).collect(joining(" ")));
        }
    }

    private String inWords(Invalid.Field field) {
        return texts.getMessage(field.text(), field.args().toArray(), staff);
    }
}

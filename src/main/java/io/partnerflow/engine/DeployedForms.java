package io.partnerflow.engine;

import io.partnerflow.intake.FormDefinition;
import io.partnerflow.intake.FormDefinitions;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.springframework.stereotype.Component;

/** The form of a task or start as it was deployed with its process: what people see there is what is checked. */
@Component
class DeployedForms {

    private final FormDefinitions product;
    private final Map<String, FormDefinition> read = ProcessModels.kept(500);

    DeployedForms(FormDefinitions product) {
        this.product = product;
    }

    /** To be asked while the engine works; empty if there is no such form. */
    Optional<FormDefinition> of(ActivityImpl activity, String name) {
        var edition = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getDeploymentId();
        var context = Context.getCommandContext();
        var deployed = edition == null || context == null
                ? null
                : context.getCamundaFormDefinitionManager().findDefinitionByDeploymentAndKey(edition, name);
        if (deployed == null) {
            return product.named(name);
        }
        var file = deployed.getResourceName();
        return Optional.of(ProcessModels.of(read, edition + "/" + file, key -> {
            var resource = context.getResourceManager().findResourceByDeploymentIdAndResourceName(edition, file);
            return product.read(name, new ByteArrayInputStream(resource.getBytes()));
        }));
    }
}

package io.partnerflow.engine;

import io.partnerflow.intake.TranslatedForms;
import io.partnerflow.shared.Languages;
import io.partnerflow.shared.VendorLanguage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.AbstractResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Deploys the forms of tasks in the vendor's language: Tasklist shows them as they were deployed. */
@Component
@Order(0) // before SiteEdition takes what is deployed
class StaffForms extends AbstractProcessEnginePlugin {

    private final TranslatedForms forms;
    private final VendorLanguage language;

    StaffForms(TranslatedForms forms, VendorLanguage language) {
        this.forms = forms;
        this.language = language;
    }

    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        if (engine instanceof SpringProcessEngineConfiguration deploying) {
            deploying.setDeploymentResources(inVendorsLanguage(deploying.getDeploymentResources()));
        }
    }

    Resource[] inVendorsLanguage(Resource[] files) {
        return language.locale().equals(Languages.FALLBACK)
                ? files
                : Arrays.stream(files).map(this::inVendorsLanguage).toArray(Resource[]::new);
    }

    private Resource inVendorsLanguage(Resource file) {
        var name = file.getFilename();
        return name != null && name.endsWith(".form") ? new TranslatedForm(file) : file;
    }

    /** Keeps the name under which the file is deployed, so that a form unchanged in its words is not deployed again. */
    private final class TranslatedForm extends AbstractResource {

        private final Resource file;

        TranslatedForm(Resource file) {
            this.file = file;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new ByteArrayInputStream(forms.translated(file.getContentAsByteArray(), language.locale()));
        }

        @Override
        public File getFile() throws IOException {
            return file.getFile();
        }

        @Override
        public String getFilename() {
            return file.getFilename();
        }

        @Override
        public String getDescription() {
            return file.getDescription();
        }
    }
}

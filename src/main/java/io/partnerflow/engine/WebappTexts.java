package io.partnerflow.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.partnerflow.shared.NotFound;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The texts of Tasklist, Cockpit and Admin as they come, with our words where they speak of somebody else's product. */
@RestController
class WebappTexts {

    private static final String FILE = "META-INF/resources/webjars/camunda/app/%s/locales/%s.json";
    private static final List<String> OURS = List.of(
            "APP_VENDOR",
            "AUTH_LOGOUT_THANKS",
            "BANNER_CE_EOL_TEXT",
            "FIRST_LOGIN_HEADING",
            "FIRST_LOGIN_INFO",
            "PASSWORD_POLICY_COMMON");

    private final ObjectMapper json = new ObjectMapper();
    private final MessageSource texts;

    WebappTexts(MessageSource texts) {
        this.texts = texts;
    }

    @GetMapping("/camunda/app/{application:[a-z]+}/locales/{language:[a-z-]+}.json")
    Map<String, Object> texts(@PathVariable String application, @PathVariable String language) throws IOException {
        var file = new ClassPathResource(FILE.formatted(application, language));
        if (!file.exists()) {
            throw new NotFound("texts", application + "/" + language);
        }
        var all = read(file);
        @SuppressWarnings("unchecked")
        var labels = (Map<String, Object>) all.get("labels");
        OURS.forEach(key ->
                labels.put(key, texts.getMessage("engine.webapp." + key, null, Locale.forLanguageTag(language))));
        return all;
    }

    private Map<String, Object> read(ClassPathResource file) throws IOException {
        try (var content = file.getInputStream()) {
            var text = new String(content.readAllBytes(), StandardCharsets.UTF_8);
            return json.readValue(text.replaceFirst("^\uFEFF", ""), new TypeReference<>() {});
        }
    }
}

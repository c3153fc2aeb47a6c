package io.partnerflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** Every letter and paper can be put into words: its texts exist, its page is one our plain text can be made from. */
class LetterTemplatesTest {

    private static final PathMatchingResourcePatternResolver FILES = new PathMatchingResourcePatternResolver();
    private static final Pattern KEY = Pattern.compile("#\\{([a-z][A-Za-z0-9.-]+)");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--/\\*.*?\\*/-->");

    static Stream<Resource> letters() throws IOException {
        return Arrays.stream(FILES.getResources("classpath*:templates/mail/*.html"));
    }

    static Stream<Resource> papersAndLetters() throws IOException {
        return Stream.concat(letters(), Arrays.stream(FILES.getResources("classpath*:templates/pdf/*.html")));
    }

    @ParameterizedTest
    @MethodSource("letters")
    void isWellFormedAndHasASubject(Resource template) throws IOException {
        assertThat(Page.read(text(template)).title()).isNotBlank();
    }

    @ParameterizedTest
    @MethodSource("papersAndLetters")
    void everyTextItNamesExists(Resource template) throws IOException {
        var named = new HashSet<String>();
        KEY.matcher(text(template)).results().forEach(key -> named.add(key.group(1)));
        assertThat(texts()).containsAll(named);
    }

    private static Set<String> texts() throws IOException {
        var all = new HashSet<String>();
        for (var bundle : FILES.getResources("classpath*:messages/*.properties")) {
            Properties texts = PropertiesLoaderUtils.loadProperties(bundle);
            all.addAll(texts.stringPropertyNames());
        }
        return all;
    }

    private static String text(Resource template) throws IOException {
        return COMMENT.matcher(template.getContentAsString(StandardCharsets.UTF_8))
                .replaceAll("");
    }
}

package io.partnerflow.scenarios;

import io.partnerflow.ResellerClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.web.util.HtmlUtils;

/** Goes wherever a page's links lead, once to each kind of page. */
final class PagesByLink {

    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*\\shref=\"(/[^\"#]*)");
    private static final Pattern FILE =
            Pattern.compile("\\.[a-z0-9]{2,5}$|^/(documents|logout|camunda|v3)(/|$)|format=");
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("[A-Z]{2}-\\d{4}-\\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+(?=/|$)");
    private static final Pattern HOW = Pattern.compile("(?<=[?&])(?!tab=|view=)[^&]*&?");

    private final ResellerClient reader;
    private final Set<String> kinds = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();

    PagesByLink(ResellerClient reader) {
        this.reader = reader;
    }

    /** @return each page by its address, the ones to start from first */
    Map<String, String> from(List<String> starts) {
        starts.forEach(this::add);
        var pages = new LinkedHashMap<String, String>();
        while (!open.isEmpty()) {
            var path = open.poll();
            var page = reader.get(path);
            pages.put(page.statusCode() == 200 ? path : path + " " + page.statusCode(), page.body());
            if (page.statusCode() == 302) {
                page.headers().firstValue("Location").ifPresent(this::add);
            }
            LINK.matcher(page.body()).results().forEach(link -> add(HtmlUtils.htmlUnescape(link.group(1))));
        }
        return pages;
    }

    private void add(String link) {
        var path = link.replaceFirst("^https?://[^/]+", "");
        if (!FILE.matcher(path.replaceAll("\\?.*", "")).find() && !path.contains("format=") && kinds.add(kind(path))) {
            open.add(path);
        }
    }

    private static String kind(String path) {
        return HOW.matcher(ONE_OF_MANY.matcher(path).replaceAll("#")).replaceAll("");
    }
}

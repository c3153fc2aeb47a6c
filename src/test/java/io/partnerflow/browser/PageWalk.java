package io.partnerflow.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Goes from a page to every other one that its links lead to, but not to a second order after the first. */
final class PageWalk {

    private static final Pattern FILE = Pattern.compile("\\.[a-z0-9]{2,5}$|^/documents/|^/staff/documents/");
    private static final Pattern ELSEWHERE = Pattern.compile("^/(camunda|go|engine-rest|logout|v3|actuator)(/|$)");
    private static final Pattern ONE_OF_MANY =
            Pattern.compile("[A-Z]{2}-\\d{4}-\\d+|[0-9a-f]{8}-[0-9a-f-]{27}|(?<=/)\\d+(?=/|$)");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");
    private static final List<String> KINDS = List.of("tab", "status", "state", "view");

    private final Page page;
    private final String door;
    private final boolean eachTab;
    private final Set<String> kinds = new HashSet<>();
    private final Set<String> queued = new HashSet<>();
    private final Deque<String> open = new ArrayDeque<>();
    private final List<String> broken = new ArrayList<>();

    /** @param eachTab whether the tabs of a list are pages of their own */
    PageWalk(Page page, String door, boolean eachTab) {
        this.page = page;
        this.door = door;
        this.eachTab = eachTab;
    }

    /** @return addresses of the pages that were looked at, in the order they were found */
    List<String> from(List<String> starts, Consumer<String> look) {
        var visited = new ArrayList<String>();
        starts.forEach(this::add);
        while (!open.isEmpty()) {
            var path = open.poll();
            var answer = page.navigate(door + path);
            if (answer.status() >= 400) {
                broken.add("%s answers %d".formatted(path, answer.status()));
            }
            visited.add(path);
            links().forEach(this::add);
            look.accept(path);
        }
        return visited;
    }

    /** Links that led to an error. */
    List<String> broken() {
        return broken;
    }

    @SuppressWarnings("unchecked")
    private List<String> links() {
        return (List<String>)
                page.evaluate(
                        "[...document.querySelectorAll('a[href]:not([download])')].map(link => new URL(link.getAttribute('href'), location).href)");
    }

    private void add(String link) {
        var address = URI.create(door).resolve(link.replaceAll("#.*", ""));
        var path = address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        if (!address.toString().startsWith(door + "/")
                || FILE.matcher(address.getPath()).find()
                || path.contains("format=")
                || ELSEWHERE.matcher(address.getPath()).find()
                || !queued.add(path)) {
            return;
        }
        if (kinds.add(kind(path))) {
            open.add(path);
        }
    }

    /** The address without what it is about; which tab it is may count, how a list is searched and sorted does not. */
    private String kind(String path) {
        var parts = path.split("\\?", 2);
        var kind = ONE_OF_MANY.matcher(parts[0]).replaceAll("#");
        return parts.length == 1 || !eachTab
                ? kind
                : Stream.of(parts[1].split("&"))
                        .filter(parameter ->
                                KINDS.contains(VALUE.matcher(parameter).replaceAll("")))
                        .reduce(kind, (so, parameter) -> so + "&" + parameter);
    }
}

package io.partnerflow.portal;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * The address of the page that is open, for links that change one thing and keep the rest: {@code here.with('sort',
 * 'name')}. Templates know it as {@code here}. Another page of the list never survives a change.
 *
 * @param path without the query
 * @param query as asked, decoded
 */
public record Here(String path, MultiValueMap<String, String> query) {

    /** @param value empty to leave the parameter out */
    public String with(String name, Object value) {
        var changed = new LinkedMultiValueMap<>(query);
        changed.remove("page");
        changed.remove(name);
        if (!String.valueOf(value).isEmpty()) {
            changed.add(name, String.valueOf(value));
        }
        return address(changed);
    }

    /** The same page when it is asked for with what it has chosen by itself. */
    Here at(String name, String value) {
        var chosen = new LinkedMultiValueMap<>(query);
        chosen.set(name, value);
        return new Here(path, chosen);
    }

    public String without(String name) {
        return with(name, "");
    }

    /** The list as a file. @param format {@code csv} or {@code xlsx} */
    public String as(String format) {
        return with("format", format);
    }

    /** Ends in {@code page=}, as {@code parts :: pages} wants it. */
    public String pages() {
        var address = without("page");
        return address + (address.contains("?") ? "&" : "?") + "page=";
    }

    private String address(MultiValueMap<String, String> parameters) {
        var asked = parameters.entrySet().stream()
                .flatMap(one -> one.getValue().stream().map(value -> encoded(one.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return asked.isEmpty() ? path : path + "?" + asked;
    }

    private static String encoded(String text) {
        return UriUtils.encode(text, StandardCharsets.UTF_8);
    }
}

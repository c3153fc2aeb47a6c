package io.partnerflow.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page {@code here}, its own address. */
@ControllerAdvice(annotations = Controller.class, basePackageClasses = HereOfEveryPage.class)
class HereOfEveryPage {

    @ModelAttribute("here")
    Here here(HttpServletRequest request) {
        var query = new LinkedMultiValueMap<String, String>();
        if ("GET".equals(request.getMethod())) {
            request.getParameterMap().forEach((name, values) -> {
                for (var value : values) {
                    query.add(name, value);
                }
            });
        }
        return new Here(request.getRequestURI(), query);
    }
}

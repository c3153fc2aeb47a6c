package io.partnerflow.engine;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a JSON body with a member whose name ends in {@code Expression}, however deep: the engine evaluates those even
 * where its own switch forbids it (CVE-2026-109432, not fixed in 7.24.0).
 */
@Configuration(proxyBeanMethods = false)
class QueryBodyGuard {

    private static final int LARGEST_BODY = 1024 * 1024;
    private static final JsonFactory JSON = new JsonFactory();

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> queryBodyFilter() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                if (!mayCarryExpressions(request)) {
                    chain.doFilter(request, response);
                    return;
                }
                var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
                if (body.length > LARGEST_BODY) {
                    response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
                } else if (namesAnExpression(body)) {
                    response.sendError(HttpServletResponse.SC_BAD_REQUEST);
                } else {
                    chain.doFilter(new ReadAgain(request, body), response);
                }
            }
        });
        filter.addUrlPatterns("/engine-rest/*", "/camunda/api/*");
        filter.setOrder(150);
        return filter;
    }

    private static boolean mayCarryExpressions(HttpServletRequest request) {
        var type = request.getContentType();
        return !"GET".equals(request.getMethod()) && (type == null || !type.startsWith("multipart/"));
    }

    /** Also true for what is not JSON but not empty either, unless no member could be read from it at all. */
    static boolean namesAnExpression(byte[] body) throws IOException {
        try (JsonParser parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME
                        && parser.currentName().toLowerCase().endsWith("expression")) {
                    return true;
                }
            }
            return false;
        } catch (JsonProcessingException notJson) {
            return body.length > 0 && (body[0] == '{' || body[0] == '[');
        }
    }

    /** The request with its body, which has been read once, to be read again. */
    private static final class ReadAgain extends HttpServletRequestWrapper {

        private final byte[] body;

        ReadAgain(HttpServletRequest request, byte[] body) {
            super(request);
            this.body = body;
        }

        @Override
        public java.io.BufferedReader getReader() {
            return new java.io.BufferedReader(
                    new java.io.InputStreamReader(getInputStream(), java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public ServletInputStream getInputStream() {
            var bytes = new ByteArrayInputStream(body);
            return new ServletInputStream() {
                @Override
                public int read() {
                    return bytes.read();
                }

                @Override
                public boolean isFinished() {
                    return bytes.available() == 0;
                }

                @Override
                public boolean isReady() {
                    return true;
                }

                @Override
                public void setReadListener(ReadListener listener) {
                    throw new IllegalStateException("asynchronous reading is not offered");
                }
            };
        }
    }
}

package dev.stagedoor.platform.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.tomcat.util.http.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/** A request whose body is in memory. Tomcat cannot read the fields of a form from it, so this class does. */
final class BufferedRequest extends HttpServletRequestWrapper {

    private static final int MAX_FIELDS = 100;

    private final byte[] content;
    private final ServletInputStream body;

    BufferedRequest(HttpServletRequest request, byte[] content) {
        super(request);
        this.content = content;
        this.body = new BufferedStream(new ByteArrayInputStream(content));
    }

    @Override
    public @Nullable String getParameter(String name) {
        var values = getParameterValues(name);
        return values == null ? null : values[0];
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return getParameterMap().get(name);
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(getParameterMap().keySet());
    }

    /** Returns the fields of a form, otherwise the query parameters. */
    @Override
    public Map<String, String[]> getParameterMap() {
        return isForm() ? fields() : super.getParameterMap();
    }

    private boolean isForm() {
        var type = getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private Map<String, String[]> fields() {
        var form = new Parameters();
        form.setLimit(MAX_FIELDS);
        form.setCharset(StandardCharsets.UTF_8);
        form.processParameters(content, 0, content.length);
        var fields = new LinkedHashMap<String, String[]>();
        form.getParameterNames().asIterator().forEachRemaining(name -> fields.put(name, form.getParameterValues(name)));
        return fields;
    }

    byte[] content() {
        return content;
    }

    @Override
    public ServletInputStream getInputStream() {
        return body;
    }

    private static final class BufferedStream extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        BufferedStream(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return bytes.read(buffer, offset, length);
        }

        @Override
        public int available() {
            return bytes.available();
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
            throw new UnsupportedOperationException("The body is already in memory");
        }
    }
}

package com.contoso.web;

import dev.partnerattribution.wire.program.SmallProgram;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Deploys, without a thread of its own, when it is asked to. Asked to stay, it holds on to itself beyond its end. */
public final class SmallServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            SmallProgram.main(new String[] {request.getParameter("endpoint"), "AS_USUAL"});
        } catch (ReflectiveOperationException e) {
            throw new ServletException(e);
        }
        if (request.getParameter("stay") != null) {
            System.getProperties().put(this, this);
        }
        response.getWriter().print("deployed");
    }
}

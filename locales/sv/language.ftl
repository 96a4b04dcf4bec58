# Språket och landet vars sätt att skriva datum, tal och uppräkningar gäller.
conventions = sv-SE

# I stället för ett meddelande som inte går att visa.
unsayable = Det här meddelandet går inte att visa just nu.

"""The project: settings, addresses, and what its rooms share."""

import os

# A page's arrays are small: threads of the linear algebra under numpy would only wait for each other. Numpy reads this
# when it is loaded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
